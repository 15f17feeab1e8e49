using System.Globalization;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Values as people read them in a line.</summary>
public sealed class ValueWords(Reading reading, Words words, Dates dates)
{
    /// <summary>A space at which no line breaks.</summary>
    private const char Tie = '\u00A0';

    public string Of(Value value, FieldDefinition? field) =>
        value switch
        {
            Value.Text text when field is { Kind: FieldKind.Enum } => words.Option(reading, field, text.Characters),
            Value.Text text => Shorten(text.Characters),
            Value.Float number when field is { Kind: FieldKind.Percent } => Percent(number.Number),
            Value.Integer number when field is { Kind: FieldKind.Percent } => Percent(number.Number),
            Value.Integer number => WithUnit(Grouped(number.Number), field),
            Value.Float number => WithUnit(Grouped(number.Number), field),
            Value.List list => string.Join(", ", list.Items.Select(item => Of(item, EnumOf(field)))),
            Value.Map map => string.Join("; ", map.Entries.Select(entry => $"{Words.Plain(entry.Key)}: {Of(entry.Value, null)}")),
            Value.Money money => $"{Grouped((double)money.Amount)}{Tie}{money.Currency}",
            Value.Interval range => WithUnit($"{End(range.Low)} to {End(range.High)}", field),
            Value.Date date => Dates.Of(date.Day),
            Value.DateTime moment => dates.Exact(moment.Instant),
            Value.Period period => Period(period),
            Value.Personal { Clear: { } clear } => Of(clear, field),
            _ => ValueText.Of(value),
        };

    /// <summary>The same inside a sentence: choices of the model are small there.</summary>
    public string Inside(Value value, FieldDefinition? field) =>
        value is Value.Text text && field is { Kind: FieldKind.Enum }
            ? words.OptionInside(reading, field, text.Characters)
            : Of(value, field).ToLowerInvariant();

    /// <summary>As short as it can be said: for the margin of a row.</summary>
    public string Short(Value value, FieldDefinition? field) =>
        value switch
        {
            Value.Money money => $"{Compact((double)money.Amount)}{Tie}{money.Currency}",
            Value.Integer or Value.Float when field is not { Kind: FieldKind.Percent or FieldKind.Scale } => WithUnit(
                Compact(value is Value.Integer i ? i.Number : ((Value.Float)value).Number),
                field
            ),
            _ => Of(value, field) is { Length: > 40 } text ? $"{text.AsSpan(0, 39).TrimEnd()}…" : Of(value, field),
        };

    private static string Period(Value.Period period) =>
        (period.Start, period.End) switch
        {
            ({ } start, { } end) when start == end => Dates.Of(start),
            ({ } start, { } end) => $"{Dates.Of(start)} to {Dates.Of(end)}",
            ({ } start, null) => $"from {Dates.Of(start)}",
            (null, { } end) => $"until {Dates.Of(end)}",
            _ => "no dates",
        };

    private static FieldDefinition? EnumOf(FieldDefinition? field) =>
        field is { Kind: FieldKind.MultiEnum } ? field with { Kind = FieldKind.Enum } : null;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}{Tie}%");

    // Four digits are read at a glance, and may be a year or the number of a proposal.
    private static string Grouped(double number) =>
        number.ToString(Math.Abs(number) < 10_000 ? "0.######" : "#,0.######", CultureInfo.InvariantCulture);

    private static string Compact(double number) =>
        Math.Abs(number) switch
        {
            >= 999_500_000 => $"{number / 1e9:0.##}{Tie}bn",
            >= 999_500 => $"{number / 1e6:0.##}{Tie}M",
            >= 10_000 => $"{number / 1e3:0.#}{Tie}k",
            _ => Grouped(number),
        };

    private static string End(double? end) => end is { } number ? Grouped(number) : "…";

    private static string WithUnit(string text, FieldDefinition? field) =>
        field is { Unit: { Length: > 0 and <= 20 } unit, Kind: not FieldKind.Scale } ? $"{text}{Tie}{unit}" : text;

    private static string Shorten(string text) => text.Length <= 300 ? text : $"{text.AsSpan(0, 299)}…";
}
