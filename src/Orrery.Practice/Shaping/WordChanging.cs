using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Changes a word that a community has: its spelling, its other forms, what it means to them, how it stands beside their other words.</summary>
public static class WordChanging
{
    /// <summary>The word for one of it.</summary>
    public const string Term = "term";

    /// <summary>Its other forms, one a line.</summary>
    public const string Forms = "forms";

    /// <summary>What it means to them.</summary>
    public const string Means = "definition";

    /// <summary>How it stands beside their other words: one of <see cref="Standings"/>.</summary>
    public const string Status = "status";

    /// <summary>What a word can be to its community.</summary>
    public static readonly ImmutableArray<string> Standings = ["proposed", "in-use", Preferred, "deprecated"];

    /// <summary>What is shown of several words.</summary>
    public const string Preferred = "preferred";

    private const string Inverse = PartText.Inverse;
    private const string Plural = PartText.Plural;

    /// <summary>What a word says now, as people fill it in.</summary>
    internal static IEnumerable<(string, string)> TextsOf(Entity word) =>
        [
            (Term, word[Term].AsText ?? ""),
            (Plural, word[Plural].AsText ?? ""),
            (Inverse, FormsOf(word).GetValueOrDefault(Inverse, "")),
            (Forms, string.Join('\n', FormsOf(word).Remove(Inverse).Select(form => $"{form.Key}: {form.Value}"))),
            (Means, word[Means].AsText ?? ""),
            (Status, word[Status].AsText ?? "in-use"),
        ];

    /// <summary>What changes when this is filled in; what is not wished stays. Another word that was preferred for the same thing is then one in use.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="word">The word.</param>
    /// <param name="wished">What is wished, by the names above and those of <see cref="PartText"/>.</param>
    public static PartChange Change(Reading reading, Entity word, IReadOnlyDictionary<string, string> wished)
    {
        var now = PartText.Of(word);
        var then = now.SetItems(
            wished.Where(text => now.ContainsKey(text.Key)).Select(text => KeyValuePair.Create(text.Key, text.Value.Trim()))
        );
        var problems = Problems(reading, word, then).ToArray();
        return problems.Any(problem => problem.Fault is not null)
            ? PartChange.Refused(problems)
            : PartChange.Of(Commands(word, then).Concat(then[Status] == Preferred ? Others(reading, word) : []));
    }

    private static IEnumerable<(string Name, Fault? Fault)> Problems(
        Reading reading,
        Entity word,
        ImmutableSortedDictionary<string, string> then
    )
    {
        yield return (Term, ProblemOfTerm(reading, word, then[Term]));
        foreach (var name in (string[])[Plural, Inverse])
            yield return (
                name,
                then[name].Length > WordShaping.MostLetters ? WordFaults.TooLong(name, WordShaping.MostLetters) : null
            );
        yield return (Forms, WordShaping.UnclearForm(then[Forms]) is { } unclear ? WordFaults.FormUnclear(unclear) : null);
        yield return (
            Means,
            then[Means].Length > PartChecks.LongestText ? WordFaults.TooLong(Means, PartChecks.LongestText) : null
        );
        yield return (
            Status,
            Standings.Contains(then[Status]) ? null : ShapeFaults.NotOneOf("standing of a word", then[Status], Standings)
        );
    }

    private static Fault? ProblemOfTerm(Reading reading, Entity word, string term) =>
        term.Length is 0 or > WordShaping.MostLetters || term.Any(char.IsControl) ? WordFaults.Missing(WordShaping.MostLetters)
        : SameAs(reading, word).FirstOrDefault(other => other.Term.Equals(term, StringComparison.Ordinal)) is { } said
            ? WordFaults.SaidAlready(said.Community, word["of"].AsText ?? "", term)
        : null;

    private static IEnumerable<GraphCommand> Commands(Entity word, ImmutableSortedDictionary<string, string> then)
    {
        var forms = WordShaping.FormsOf(then[Forms]);
        var all = then[Inverse].Length == 0 ? forms.Remove(Inverse) : forms.SetItem(Inverse, then[Inverse]);
        (string Field, Value Value)[] values =
        [
            (Term, Value.Of(then[Term])),
            (PartText.Title, word[PartText.Title].AsText == word[Term].AsText ? Value.Of(then[Term]) : word[PartText.Title]),
            (Plural, PartChecks.Text(then[Plural])),
            (Forms, all.IsEmpty ? Value.Nothing : WordCommands.Forms(all)),
            (Means, PartChecks.Text(then[Means])),
            (Status, word[Status].IsNothing && then[Status] == "in-use" ? Value.Nothing : Value.Of(then[Status])),
        ];
        return values.Where(wish => word[wish.Field] != wish.Value).Select(wish => PartChecks.Set(word, wish.Field, wish.Value));
    }

    // A community prefers one word.
    private static IEnumerable<GraphCommand> Others(Reading reading, Entity word) =>
        SameAs(reading, word)
            .Where(other => other.Status == Preferred)
            .Select(other => reading.Find(other.Id))
            .OfType<Entity>()
            .Select(other => PartChecks.Set(other, Status, Value.Of("in-use")));

    // What its community says besides for the same thing.
    private static IEnumerable<Signifier> SameAs(Reading reading, Entity word) =>
        reading.Model.Signifiers.FirstOrDefault(one => one.Id == word.Id) is { } self
            ? reading.Model.WordsFor(self.Of).Where(other => other.Id != self.Id && other.Community == self.Community)
            : [];

    private static ImmutableSortedDictionary<string, string> FormsOf(Entity word) =>
        word[Forms] is Value.Map map
            ? map
                .Entries.Where(form => form.Value.AsText is { Length: > 0 })
                .ToImmutableSortedDictionary(form => form.Key, form => form.Value.AsText!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty;
}
