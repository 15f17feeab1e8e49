using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>One field of a form.</summary>
/// <param name="Symbol">The field's symbol; the input's name is <c>f-</c> and this.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Options">Symbols and titles of what it may be; empty for anything.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Problem">Why it was not taken, or null.</param>
/// <param name="Elsewhere">What somebody else made of it in the meantime, in words; null when nobody did.</param>
public sealed record FieldInput(
    string Symbol,
    string Title,
    FieldKind Kind,
    IReadOnlyList<(string Symbol, string Title)> Options,
    string Text,
    Fault? Problem = null,
    string? Elsewhere = null
)
{
    private const int FewChoices = 5;
    private const int FewTicks = 12;
    private const int ShortWords = 70;

    /// <summary>What the definition says of how to ask.</summary>
    public FieldGuide Guide { get; init; } = FieldGuide.None;

    /// <summary>What others call it, or null.</summary>
    public string? Others { get; init; }

    /// <summary>What it is counted in, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>Between which numbers it lies.</summary>
    public FieldRange Range { get; init; } = FieldRange.Open;

    public string Name => $"f-{Symbol}";

    public static FieldInput Of(Visit visit, FieldDefinition field, string text) =>
        new(field.Symbol, field.Title, field.Kind, OptionsOf(visit, field), text)
        {
            Guide = FieldGuides.Of(visit.Reading).For(field.Id),
            Others = visit.Words.Hint(field.Id),
            Unit = field.Unit,
            Range = field.Range,
        };

    /// <summary>The input of one of several parts, or of one of several values.</summary>
    public string Part(string part) => $"{Name}.{part}";

    public string? InputType =>
        Kind is FieldKind.Date ? "date"
        : Kind is FieldKind.Url ? "url"
        : HasEnds ? "number"
        : "text";

    /// <summary>The least that a browser takes; null for no end, or where what is typed is more than a number.</summary>
    public string? Least => HasEnds && Range.Min is { } min ? FieldRange.Text(min) : null;

    /// <summary>The most that a browser takes.</summary>
    public string? Most => HasEnds && Range.Max is { } max ? FieldRange.Text(max) : null;

    /// <summary>Between whole numbers a browser's arrows go by wholes; any fraction is taken all the same.</summary>
    public string? Step => HasEnds ? "any" : null;

    /// <summary>What keys a small keyboard shows.</summary>
    public string? Keys =>
        Kind switch
        {
            FieldKind.Number => "decimal",
            FieldKind.Url => "url",
            _ => null,
        };

    public bool IsLong => Kind is FieldKind.LongText or FieldKind.List or FieldKind.MultiEnum or FieldKind.Record;

    /// <summary>How it is asked for where there is room.</summary>
    public InputShape Shape =>
        (Kind, Guide.Aid.Editor) switch
        {
            (FieldKind.Enum, FieldEditors.Ladder) => InputShape.Ladder,
            (FieldKind.Enum, FieldEditors.Ruler) => InputShape.Ruler,
            (FieldKind.Enum, _) => AreFew ? InputShape.Choices : InputShape.Select,
            (FieldKind.Bool, _) => InputShape.Choices,
            (FieldKind.MultiEnum, _) when Options.Count is > 0 and <= FewTicks => InputShape.Ticks,
            (FieldKind.Scale, _) => InputShape.Scale,
            (FieldKind.Interval, _) => InputShape.Range,
            (FieldKind.Period, _) => InputShape.Period,
            (FieldKind.Record, FieldEditors.Sentence) => InputShape.Sentence,
            (FieldKind.Record, _) when !Guide.Aid.Parts.IsEmpty => InputShape.Parts,
            (FieldKind.List, _) when !Guide.Aid.Parts.IsEmpty => InputShape.Records,
            _ => IsLong ? InputShape.Long : InputShape.Line,
        };

    /// <summary>What it is for, and how it is typed.</summary>
    public string? Hint =>
        string.Join(' ', new[] { Guide.Description, UnitHint, RangeHint, Example }.Where(said => said is { Length: > 0 }))
            is { Length: > 0 } hint
            ? hint
            : null;

    private bool AreFew => Options.Count is > 0 and <= FewChoices && Options.Sum(option => option.Title.Length) <= ShortWords;

    // What is no number, or lies beyond a range that came later, stands as text: a browser would refuse to send what nobody touched.
    private bool HasEnds =>
        Kind is FieldKind.Number or FieldKind.Interval
        && !Range.IsOpen
        && FieldText.Read(Kind, Text) is { } value
        && Range.Beyond(value) is null;

    private string? RangeHint =>
        RangeWords.Of(Kind, Range) is { Length: > 0 } words ? $"{char.ToUpperInvariant(words[0])}{words[1..]}." : null;

    private string? UnitHint =>
        Unit is { Length: > 0 } unit && Kind is not FieldKind.Interval && (Kind != FieldKind.Scale || Guide.Aid.Ends.IsEmpty)
            ? Kind == FieldKind.Scale
                ? $"{unit}."
                : $"In {unit}."
            : null;

    private string? Example =>
        (
            Kind
                is FieldKind.Percent
                    or FieldKind.Money
                    or FieldKind.Instant
                    or FieldKind.Duration
                    or FieldKind.List
                    or FieldKind.MultiEnum
                    or FieldKind.Record
            && Shape is InputShape.Line or InputShape.Long
        ) && Kind is not FieldKind.LongText
            ? Kind is FieldKind.List or FieldKind.MultiEnum
                ? "One a line."
                : $"For example {FieldText.Example(Kind)}."
            : null;

    private static IReadOnlyList<(string Symbol, string Title)> OptionsOf(Visit visit, FieldDefinition field) =>
        field.Kind switch
        {
            FieldKind.Enum or FieldKind.MultiEnum =>
            [
                .. field.Options.Select(option => (option, visit.Words.Option(visit.Reading, field, option))),
            ],
            FieldKind.Bool => [("yes", "yes"), ("no", "no")],
            _ => [],
        };
}
