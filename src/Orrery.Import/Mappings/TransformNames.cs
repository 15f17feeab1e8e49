using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Orrery.Import;

/// <summary>The transforms a mapping can name: the plain ones, and those it composes itself.</summary>
internal sealed class TransformNames(string file)
{
    private static readonly string[] Settings =
    [
        "extract",
        "refuse",
        "drop",
        "format",
        "placeholders",
        "synonyms",
        "one-of",
        "constant",
        "lookup",
        "split",
    ];

    private readonly Dictionary<string, Transform> _composed = [];

    public Transform Find(string name, Node at, string where) =>
        PlainTransforms.ByName.GetValueOrDefault(name)
        ?? _composed.GetValueOrDefault(name)
        ?? throw ImportFaults.Mapping(
            file,
            at.Line,
            where,
            $"there is no transform '{name}'",
            $"Use one of {string.Join(", ", PlainTransforms.ByName.Keys.Concat(_composed.Keys).Order())}, or compose it under transforms, above its use."
        );

    /// <summary>Composes one from a list of steps.</summary>
    public void Add(string name, Node steps)
    {
        var where = $"transforms.{name}";
        if (PlainTransforms.ByName.ContainsKey(name))
            throw ImportFaults.Mapping(file, steps.Line, where, "a transform of that name exists", "Choose another name.");
        var list = steps as Node.List ?? new Node.List([steps], steps.Line);
        _composed[name] = new Transform.Chain([.. list.Items.Select(step => Step(step, where))]);
    }

    private Transform Step(Node step, string where) =>
        step switch
        {
            Node.Scalar { Text: { } name } => Find(name, step, where),
            Node.Map { Entries: [var (setting, value)] } => Set(setting, value, where),
            _ => throw ImportFaults.Mapping(
                file,
                step.Line,
                where,
                "a step is wanted here",
                "Write a transform's name, or one setting: { extract: '^(.*)$' }."
            ),
        };

    private Transform Set(string setting, Node value, string where) =>
        setting switch
        {
            "extract" => Extract(value, where),
            "refuse" => Matching(value, $"{where}.refuse", (pattern, why) => new Transform.Refuse(pattern, why)),
            "drop" => Matching(value, $"{where}.drop", (pattern, why) => new Transform.Drop(pattern, why)),
            "format" => new Transform.Format(Text(value, where)),
            "placeholders" => new Transform.Placeholders(Words(value, where).ToFrozenSet(StringComparer.OrdinalIgnoreCase)),
            "synonyms" => new Transform.Synonyms(Spellings(value, where)),
            "one-of" => new Transform.OneOf(Words(value, where).ToFrozenDictionary(w => w, StringComparer.OrdinalIgnoreCase)),
            "constant" => new Transform.Constant(Text(value, where)),
            "lookup" => new Transform.Lookup(Text(value, where)),
            "split" => new Transform.Split(Text(value, where)),
            _ => throw ImportFaults.Mapping(
                file,
                value.Line,
                where,
                $"there is no setting '{setting}'",
                $"Use one of {string.Join(", ", Settings)}."
            ),
        };

    private Transform.Extract Extract(Node value, string where)
    {
        if (value is not Node.Map)
            return new(Pattern(Text(value, where), value, where), $"does not match {Text(value, where)}");
        var cursor = new MapCursor(file, value, $"{where}.extract");
        var pattern = cursor.TakeText("matching", "'^(.*)$'");
        var why = cursor.TakeText("else", "is no ticket number");
        cursor.Close();
        return new(Pattern(pattern, value, where), why);
    }

    private Transform Matching(Node value, string where, Func<Regex, string, Transform> of)
    {
        var cursor = new MapCursor(file, value, where);
        var pattern = cursor.TakeText("matching", "'^sig-'");
        var why = cursor.TakeText("because", "it names a group, no person");
        cursor.Close();
        return of(Pattern(pattern, value, where), why);
    }

    private FrozenDictionary<string, string> Spellings(Node value, string where) =>
        new MapCursor(file, new Node.Map([new("synonyms", value)], value.Line), where)
            .Entries("synonyms")
            .ToFrozenDictionary(e => e.Key, e => Text(e.Value, where), StringComparer.OrdinalIgnoreCase);

    private ImmutableArray<string> Words(Node value, string where) =>
        value is Node.List list ? [.. list.Items.Select(item => Text(item, where))] : [Text(value, where)];

    private string Text(Node value, string where) =>
        (value as Node.Scalar)?.Text
        ?? throw ImportFaults.Mapping(file, value.Line, where, "a text is wanted here", "Put it in quotes if it is empty.");

    /// <summary>Such patterns run in time linear in the text, whatever they are and whatever it is.</summary>
    private Regex Pattern(string pattern, Node at, string where)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            throw ImportFaults.Mapping(
                file,
                at.Line,
                where,
                $"this is no pattern that can be used: {wrong.Message}",
                "Use a .NET regular expression without back references and look-around."
            );
        }
    }
}
