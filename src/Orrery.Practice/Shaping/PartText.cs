using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a part of the model says, as people fill it in: a text by the name of each input.</summary>
public static class PartText
{
    /// <summary>What people call it.</summary>
    public const string Title = "title";

    /// <summary>What people call many of it.</summary>
    public const string Plural = "plural";

    /// <summary>What it is for.</summary>
    public const string Description = "description";

    /// <summary>The home of a kind that stands by itself.</summary>
    public const string Category = "category";

    /// <summary>The symbol of the kind it is a sort of; empty for none.</summary>
    public const string Parent = "parent";

    /// <summary>What it is a sort of besides, one a line.</summary>
    public const string Also = "also";

    /// <summary>Other categories that a kind matters to, one a line.</summary>
    public const string Facets = "facets";

    /// <summary>core, extended or custom.</summary>
    public const string Tier = "tier";

    /// <summary>How things of a kind stand to time: persistent, time-boxed, recurring or event.</summary>
    public const string Temporality = "temporality";

    /// <summary>What status may be told of: anchor, container, summary or view-only.</summary>
    public const string Grounding = "grounding";

    /// <summary>The symbol of what things of a kind go through; none for nothing, empty for what the kinds above it say.</summary>
    public const string Lifecycle = "lifecycle";

    /// <summary>After how many days half of the trust in things of a kind is gone.</summary>
    public const string HalfLife = "half-life";

    /// <summary>How many days may pass without a look at things of a kind.</summary>
    public const string ReviewEvery = "review-every";

    /// <summary>What a field holds, as packs write it.</summary>
    public const string Holds = "holds";

    /// <summary>What numbers are in.</summary>
    public const string Unit = "unit";

    /// <summary>What an enum offers, one a line.</summary>
    public const string Options = "options";

    /// <summary>The least that numbers may be; empty for no end.</summary>
    public const string Min = "min";

    /// <summary>The most that numbers may be; empty for no end.</summary>
    public const string Max = "max";

    /// <summary>One of <see cref="FieldEditors"/>; empty for what the kind of the field suggests.</summary>
    public const string Editor = "editor";

    /// <summary>What a record, or each of a list, consists of, one a line.</summary>
    public const string Parts = "parts";

    /// <summary>What is good about each end of a scale: two lines, low then high.</summary>
    public const string Ends = "ends";

    /// <summary>never, on-commit or always.</summary>
    public const string Required = "required";

    /// <summary>How a relation reads from its end.</summary>
    public const string Inverse = "inverse";

    /// <summary>Kinds a relation may start at, one a line; none for any.</summary>
    public const string From = "from";

    /// <summary>Kinds a relation may end at, one a line; none for any.</summary>
    public const string To = "to";

    /// <summary>How many of a relation there may be: a name of <see cref="Counts"/>.</summary>
    public const string Count = "count";

    /// <summary>yes: a relation tells what moves what, with sign, delay and strength; empty for any other.</summary>
    public const string Causal = "causal";

    /// <summary>yes: no walk along it comes back to where it began.</summary>
    public const string Acyclic = "acyclic";

    /// <summary>yes: it holds both ways.</summary>
    public const string Symmetric = "symmetric";

    /// <summary>yes: a bet may sit on it.</summary>
    public const string TakesBets = "takes-bets";

    /// <summary>yes: it is part of how things are built up, not only a link between them.</summary>
    public const string Structural = "structural";

    /// <summary>What a relation type says by yes or by nothing.</summary>
    internal static readonly ImmutableArray<string> Flags = [Acyclic, Symmetric, Structural, TakesBets];

    /// <summary>Any number, one that leaves, one that arrives, or one of each.</summary>
    public static readonly ImmutableArray<string> Counts = ["many", "one-leaves", "one-arrives", "one-of-each"];

    /// <summary>What it says now.</summary>
    /// <param name="part">A kind, a field, a relation type, a community, a word, or the workspace itself.</param>
    public static ImmutableSortedDictionary<string, string> Of(Entity part) =>
        (
            part.Kind switch
            {
                MetaKinds.Kind =>
                [
                    (Plural, Said(part, "plural")),
                    (Category, Said(part, "category")),
                    (Parent, Lines(Tied(part, "is-a")).FirstOrDefault("")),
                    (Also, string.Join('\n', Lines(Tied(part, "is-a")).Skip(1))),
                    (Facets, Listed(part, Facets)),
                    (Tier, Said(part, Tier) is { Length: > 0 } tier ? tier : "extended"),
                    (Temporality, Said(part, Temporality)),
                    (Grounding, Said(part, Grounding)),
                    (Lifecycle, Said(part, Lifecycle)),
                    (HalfLife, part[HalfLife].IsNothing ? "" : ValueText.Of(part[HalfLife])),
                    (ReviewEvery, part[ReviewEvery].IsNothing ? "" : ValueText.Of(part[ReviewEvery])),
                ],
                MetaKinds.Field =>
                [
                    (Holds, Said(part, "field-kind")),
                    (Unit, Said(part, "unit")),
                    (Options, PartOptions.Write(PartOptions.Of(part))),
                    (Required, Said(part, "required") is { Length: > 0 } said ? said : "never"),
                    .. FieldAsking.TextsOf(part),
                ],
                MetaKinds.Workspace => [.. WorkspaceShaping.TextsOf(part)],
                MetaKinds.Signifier => [.. WordChanging.TextsOf(part)],
                MetaKinds.Community =>
                [
                    (CommunityShaping.Parent, Said(part, CommunityShaping.Parent)),
                    (CommunityShaping.Sort, Said(part, CommunityShaping.Sort)),
                    (CommunityShaping.Locale, Said(part, CommunityShaping.Locale)),
                ],
                _ => (ReadOnlySpan<(string, string)>)
                    [
                        (Inverse, Said(part, "inverse")),
                        (From, Tied(part, "from-kind")),
                        (To, Tied(part, "to-kind")),
                        (Count, CountOf(part)),
                        (Causal, Flag(part, Causal)),
                        .. Flags.Select(flag => (flag, Flag(part, flag))),
                    ],
            }
        )
            .ToArray()
            .Append((Title, part.Title))
            .Append((Description, Said(part, "description")))
            .ToImmutableSortedDictionary(text => text.Item1, text => text.Item2, StringComparer.Ordinal);

    /// <summary>The symbols of the parts that one is tied to, one a line.</summary>
    internal static string Tied(Entity part, string type) =>
        string.Join('\n', part.Relations(Direction.Out, type).Select(tie => tie.To).OfType<Entity>().Select(SymbolOf));

    /// <summary>What data and queries call a part.</summary>
    public static string SymbolOf(Entity part) => part["symbol"].AsText ?? part.Ref?.Key ?? part.Id.ToString();

    internal static string[] Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal static (long? From, long? To) Limits(string count) =>
        count switch
        {
            "one-leaves" => (null, 1),
            "one-arrives" => (1, null),
            "one-of-each" => (1, 1),
            _ => (null, null),
        };

    private static string Said(Entity part, string field) => part[field].AsText ?? "";

    private static string Listed(Entity part, string field) =>
        part[field] is Value.List list ? string.Join('\n', list.Items.Select(item => item.AsText)) : "";

    private static string Flag(Entity part, string field) => part[field] is Value.Bool { Flag: true } ? "yes" : "";

    private static string CountOf(Entity part) =>
        (Most(part, "from-max"), Most(part, "to-max")) switch
        {
            (null, null) => "many",
            (null, 1) => "one-leaves",
            (1, null) => "one-arrives",
            (1, 1) => "one-of-each",
            var (from, to) => string.Create(
                CultureInfo.InvariantCulture,
                $"{from?.ToString(CultureInfo.InvariantCulture) ?? "n"}:{to?.ToString(CultureInfo.InvariantCulture) ?? "n"}"
            ),
        };

    private static long? Most(Entity part, string field) => (part[field] as Value.Integer)?.Number;
}
