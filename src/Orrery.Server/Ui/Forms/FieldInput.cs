using Orrery.Graph;

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
    public string Name => $"f-{Symbol}";

    public static FieldInput Of(Visit visit, FieldDefinition field, string text) =>
        new(
            field.Symbol,
            field.Title,
            field.Kind,
            field.Kind is FieldKind.Enum
                    ? [.. field.Options.Select(option => (option, visit.Words.Option(visit.Reading, field, option)))]
                : field.Kind is FieldKind.Bool ? [("yes", "yes"), ("no", "no")]
                : [],
            text
        );

    public string? InputType =>
        Kind is FieldKind.Date ? "date"
        : Kind is FieldKind.Url ? "url"
        : "text";

    public bool IsLong => Kind is FieldKind.LongText or FieldKind.List or FieldKind.MultiEnum or FieldKind.Record;

    public string? Hint =>
        Kind
            is FieldKind.Percent
                or FieldKind.Money
                or FieldKind.Instant
                or FieldKind.Period
                or FieldKind.Interval
                or FieldKind.Duration
                or FieldKind.List
                or FieldKind.MultiEnum
                or FieldKind.Record
                or FieldKind.Scale
            ? $"For example {FieldText.Example(Kind)}."
            : null;
}
