using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What is asked about the parts of the model.</summary>
/// <param name="visit">Who is asked.</param>
/// <param name="texts">What stands there, by the names of <see cref="PartText"/>.</param>
internal sealed class PartInputs(Visit visit, IReadOnlyDictionary<string, string> texts)
{
    /// <summary>About a kind.</summary>
    public ImmutableArray<PartInput> OfKind() =>
        [
            new(PartText.Title, "What it is called", PartInputSort.Line, Text(PartText.Title))
            {
                Hint = "One of it: a bet, a customer, a promise.",
            },
            new(PartText.Plural, "Many of it", PartInputSort.Line, Text(PartText.Plural))
            {
                IsOptional = true,
                Hint = "Left empty: with an s.",
            },
            new(PartText.Description, "What it is for", PartInputSort.Lines, Text(PartText.Description)) { IsOptional = true },
            new(PartText.Parent, "It is a sort of", PartInputSort.One, Text(PartText.Parent))
            {
                IsOptional = true,
                Choices = Kinds(),
                Hint = "It has the fields and relations of that, and those of its own.",
            },
            .. StandingOfKind(),
            new(PartText.HalfLife, "Half of the trust in it is gone after", PartInputSort.Line, Text(PartText.HalfLife))
            {
                IsOptional = true,
                Hint = "Days without anybody looking at it. Left empty: as what it is a sort of.",
            },
            new(PartText.ReviewEvery, "Looked at every", PartInputSort.Line, Text(PartText.ReviewEvery))
            {
                IsOptional = true,
                Hint = "Days. Longer without a look, and it is stale.",
            },
        ];

    // Where it stands among the others, and what that says of its things.
    private PartInput[] StandingOfKind() =>
        [
            new(PartText.Also, "And also a sort of", PartInputSort.Many, Text(PartText.Also))
            {
                Choices = Kinds(),
                Hint = "It has the fields of these as well.",
            },
            new(PartText.Category, "Its home", PartInputSort.One, Text(PartText.Category))
            {
                IsOptional = true,
                Choices = [new("", Categories())],
                Hint = "Where it is a sort of something, it is at home where that is.",
            },
            new(PartText.Facets, "Matters to as well", PartInputSort.Many, Text(PartText.Facets))
            {
                Choices = [new("Other homes", Categories())],
            },
            new(
                PartText.Tier,
                "When it is shown",
                PartInputSort.One,
                Text(PartText.Tier) is { Length: > 0 } tier ? tier : "custom"
            )
            {
                Choices = [new("", KindWords.Tiers)],
            },
            new(PartText.Temporality, "How it stands to time", PartInputSort.One, Text(PartText.Temporality))
            {
                IsOptional = true,
                Choices = [new("", KindWords.Temporalities)],
                Hint = "Left empty: as what it is a sort of.",
            },
            new(PartText.Grounding, "What status is told of", PartInputSort.One, Text(PartText.Grounding))
            {
                IsOptional = true,
                Choices = [new("", KindWords.Groundings)],
                Hint = "Groups may not say better of themselves than what they hold. Left empty: as what it is a sort of.",
            },
            new(PartText.Lifecycle, "What it goes through", PartInputSort.One, Text(PartText.Lifecycle))
            {
                IsOptional = true,
                Choices =
                [
                    new("", [(KindLifecycle.None, "Nothing: it has no states")]),
                    new("Lifecycles", KindLifecycle.Known(PartForms.Now(visit))),
                ],
                Hint = "With it come its states, and what entering one asks for. Left empty: as what it is a sort of.",
            },
        ];

    /// <summary>About a field; what it holds is asked of a new one only.</summary>
    public ImmutableArray<PartInput> OfField(bool isNew) =>
        [
            new(PartText.Title, "What it is called", PartInputSort.Line, Text(PartText.Title)),
            new(PartText.Description, "What it means", PartInputSort.Lines, Text(PartText.Description)) { IsOptional = true },
            .. isNew ? [Holds(isNew: true)] : Array.Empty<PartInput>(),
            .. isNew || Text(PartText.Holds) is "enum" or "multi-enum" ? [Choices()] : Array.Empty<PartInput>(),
            .. isNew || Text(PartText.Holds) is "number" or "money" or "interval" or "series" or "percent"
                ? [Unit(), .. Range()]
                : Array.Empty<PartInput>(),
            .. isNew || Text(PartText.Holds) is "scale" ? [Ends()] : Array.Empty<PartInput>(),
            .. !isNew && Text(PartText.Holds) is "record" or "list" ? [Parts()] : Array.Empty<PartInput>(),
            .. isNew ? [] : Editor(),
            new(
                PartText.Required,
                "When it is asked for",
                PartInputSort.One,
                Text(PartText.Required) is { Length: > 0 } said ? said : "never"
            )
            {
                Choices = [new("", HoldsWords.Required)],
            },
        ];

    /// <summary>What a field holds.</summary>
    public PartInput Holds(bool isNew = false) =>
        new(PartText.Holds, "What it holds", PartInputSort.One, Text(PartText.Holds) is { Length: > 0 } said ? said : "text")
        {
            Choices = isNew
                ? [new("Plain", HoldsWords.All), new("Asked for in its own way", HoldsWords.Special)]
                : [new("", HoldsWords.All)],
        };

    /// <summary>What an enum offers.</summary>
    public PartInput Choices() =>
        new(PartText.Options, "Choices", PartInputSort.Lines, Text(PartText.Options))
        {
            IsOptional = true,
            Hint = "One a line. Where one of several, or some of several, can be chosen.",
        };

    /// <summary>What numbers are in.</summary>
    public PartInput Unit() =>
        new(PartText.Unit, "In which unit", PartInputSort.Line, Text(PartText.Unit))
        {
            IsOptional = true,
            Hint = "For numbers: days, EUR, people.",
        };

    /// <summary>Between which numbers values lie.</summary>
    public ImmutableArray<PartInput> Range() =>
        [
            new(PartText.Min, "Not below", PartInputSort.Line, Text(PartText.Min))
            {
                IsOptional = true,
                Hint = "For numbers. Left empty: no end.",
            },
            new(PartText.Max, "Not above", PartInputSort.Line, Text(PartText.Max)) { IsOptional = true },
        ];

    private PartInput Ends() =>
        new(PartText.Ends, "What is good about each end", PartInputSort.Lines, Text(PartText.Ends))
        {
            IsOptional = true,
            Hint = "For a point between two ends. Two lines, low then high: Local: few others needed.",
        };

    private PartInput Parts() =>
        new(PartText.Parts, "What it consists of", PartInputSort.Lines, Text(PartText.Parts))
        {
            IsOptional = true,
            Hint = "One part a line: We believe. Left empty: anything.",
        };

    // Only the ways that go with what the field holds, and the one it has.
    private ImmutableArray<PartInput> Editor()
    {
        (string Name, string Words)[] fitting =
        [
            .. HoldsWords.Editors.Where(editor =>
                editor.Name == Text(PartText.Editor)
                || (Text(PartText.Holds), editor.Name)
                    is
                        ("interval", FieldEditors.NineInTen)
                        or
                        ("record", FieldEditors.Sentence)
                        or
                        ("enum", FieldEditors.Ladder or FieldEditors.Ruler)
            ),
        ];
        return fitting.Length == 0
            ? []
            :
            [
                new(PartText.Editor, "How it is asked for", PartInputSort.One, Text(PartText.Editor))
                {
                    Choices = [new("", [("", "As what it holds suggests"), .. fitting])],
                },
            ];
    }

    /// <summary>About a relation type.</summary>
    public ImmutableArray<PartInput> OfRelation() =>
        [
            new(PartText.Title, "How it reads", PartInputSort.Line, Text(PartText.Title))
            {
                Hint = "From the start to the end: contributes to.",
            },
            new(PartText.Inverse, "The other way round", PartInputSort.Line, Text(PartText.Inverse))
            {
                IsOptional = true,
                Hint = "From the end to the start: is served by.",
            },
            new(PartText.Description, "What it means", PartInputSort.Lines, Text(PartText.Description)) { IsOptional = true },
            new(PartText.From, "What it starts at", PartInputSort.Many, Text(PartText.From))
            {
                Choices = Kinds(),
                Hint = "Nothing ticked: anything.",
            },
            new(PartText.To, "What it ends at", PartInputSort.Many, Text(PartText.To))
            {
                Choices = Kinds(),
                Hint = "Nothing ticked: anything.",
            },
            new(
                PartText.Count,
                "How many there may be",
                PartInputSort.One,
                Text(PartText.Count) is { Length: > 0 } said ? said : "many"
            )
            {
                Choices = [new("", Counted())],
            },
            new(PartText.Causal, "Whether one moves the other", PartInputSort.One, Text(PartText.Causal))
            {
                Choices = [new("", HoldsWords.Causal)],
                Hint = "Where it does, forms ask which way, how late and how strongly.",
            },
            new(PartText.Acyclic, "Whether it may lead back to where it began", PartInputSort.One, Text(PartText.Acyclic))
            {
                Choices = [new("", HoldsWords.Acyclic)],
            },
            new(PartText.Symmetric, "Whether it holds both ways", PartInputSort.One, Text(PartText.Symmetric))
            {
                Choices = [new("", HoldsWords.Symmetric)],
            },
            new(PartText.Structural, "Whether things are built up of it", PartInputSort.One, Text(PartText.Structural))
            {
                Choices = [new("", HoldsWords.Structural)],
            },
            new(PartText.TakesBets, "Whether a bet may sit on it", PartInputSort.One, Text(PartText.TakesBets))
            {
                Choices = [new("", HoldsWords.TakesBets)],
            },
        ];

    private (string, string)[] Categories() =>
        [
            .. visit
                .Reading.WithLabel(MetaKinds.Category)
                .Select(PartText.SymbolOf)
                .OrderBy(category =>
                    Array.IndexOf(RailLists.Order, category) is >= 0 and var place ? place : RailLists.Order.Length
                )
                .Select(category => (category, visit.Words.Category(category))),
        ];

    /// <summary>Every kind, by category, those above first.</summary>
    public ImmutableArray<PartChoices> Kinds() =>
        [
            .. visit
                .Reading.Model.Kinds.Values.GroupBy(kind => kind.Category)
                .OrderBy(group =>
                    Array.IndexOf(RailLists.Order, group.Key) is >= 0 and var place ? place : RailLists.Order.Length
                )
                .Select(group => new PartChoices(
                    group.Key.Length == 0 ? "Other" : visit.Words.Category(group.Key),
                    [
                        .. group
                            .OrderBy(kind => kind.IsAbstract ? kind.Ancestors.Length : int.MaxValue)
                            .ThenBy(kind => kind.Title, StringComparer.OrdinalIgnoreCase)
                            .Select(kind => (kind.Symbol, kind.IsAbstract ? $"{kind.Title} (in general)" : kind.Title)),
                    ]
                )),
        ];

    // Another number than can be chosen here stays, unless it is changed.
    private IReadOnlyList<(string, string)> Counted() =>
        Text(PartText.Count) is { Length: > 0 } said && !PartText.Counts.Contains(said)
            ? [.. HoldsWords.Counts, (said, $"As it is: {said}")]
            : HoldsWords.Counts;

    private string Text(string name) => texts.GetValueOrDefault(name, "");
}
