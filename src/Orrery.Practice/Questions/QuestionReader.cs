using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Practice;

/// <summary>Reads the questions of a pack (docs/packs.md). Strict: what it does not know is a fault with file and line.</summary>
public static class QuestionReader
{
    /// <summary>The questions in the order of the text, or all its faults in order of lines.</summary>
    /// <param name="pack">The pack they belong to.</param>
    /// <param name="file">What to call the text in messages.</param>
    /// <param name="text">YAML, at most two million characters.</param>
    public static Outcome<ImmutableArray<ReadyQuestion>> Read(string pack, string file, string text)
    {
        List<Fault> faults = [];
        ImmutableArray<ReadyQuestion> questions = [];
        if (YamlText.Read(file, text, faults) is { } map)
        {
            questions = [.. (map.Map("questions")?.Named() ?? []).Select(named => Question(pack, named.Key, named.Map))];
            map.Close();
        }

        return faults.Count > 0
            ? new Outcome<ImmutableArray<ReadyQuestion>>.Refused([.. faults])
            : new Outcome<ImmutableArray<ReadyQuestion>>.Good(questions);
    }

    private static ReadyQuestion Question(string pack, string name, YamlMap map)
    {
        var question = new ReadyQuestion(
            name,
            pack,
            map.Required("question"),
            map.Required("asks"),
            map.Required("query"),
            Parameters(map.Map("parameters")),
            map.Text("when-empty")
        );
        map.Close();
        return question;
    }

    private static ImmutableSortedDictionary<string, Value> Parameters(YamlMap? map) =>
        map is null
            ? Properties.None
            : Properties.Of([.. map.Keys.ToList().Select(name => (name, QueryText.ParseValue(map.Required(name))))]);
}
