using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What becomes of a value when its field comes to hold something else.</summary>
public abstract record Conversion
{
    // Beyond, no zone has days.
    private const int FirstYear = -9_990;
    private const int LastYear = 9_990;

    private Conversion() { }

    /// <summary>It is fine as it is.</summary>
    public sealed record Fits : Conversion;

    /// <summary>It becomes another value.</summary>
    /// <param name="After">That value; it fits the field.</param>
    /// <param name="IsExact">Whether turning it back gives the same again; else a part of it is lost, or written otherwise.</param>
    public sealed record Converts(Value After, bool IsExact) : Conversion;

    /// <summary>Nothing in the field can say it.</summary>
    public sealed record Cannot : Conversion;

    /// <summary>What becomes of a value.</summary>
    /// <param name="from">What its field holds now.</param>
    /// <param name="to">What it shall hold.</param>
    /// <param name="value">A value of it; never nothing.</param>
    /// <param name="terms">What is said once for all of them.</param>
    public static Conversion Of(FieldShape from, FieldShape to, Value value, ConversionTerms terms)
    {
        var clear = value is Value.Personal { Clear: { } open } ? open : value;
        // What nobody can read any more stays closed, whatever its field holds.
        if (clear is Value.Personal)
            return new Fits();
        if (!IsRescaled(from, to, clear, terms) && !IsRetitled(from, to, clear) && GraphRules.Fits(to.Field, clear))
            return new Fits();
        if (Turn(from, to, clear, terms) is not { } after || !GraphRules.Fits(to.Field, after))
            return new Cannot();
        return new Converts(after, Turn(to, from, after, terms) is { } back && IsSame(back, clear));
    }

    // 30 becomes 30 %: it would fit, and mean something else.
    private static bool IsRescaled(FieldShape from, FieldShape to, Value value, ConversionTerms terms) =>
        terms.InHundredths
        && value is Value.Integer or Value.Float
        && from.Field.Kind == FieldKind.Percent != (to.Field.Kind == FieldKind.Percent);

    // What was chosen by its title is written as that.
    private static bool IsRetitled(FieldShape from, FieldShape to, Value value) =>
        value is Value.Text text
        && from.Field.Kind == FieldKind.Enum
        && to.Field.Kind is FieldKind.Text or FieldKind.LongText
        && Title(from, text) != text.Characters;

    private static Value? Turn(FieldShape from, FieldShape to, Value value, ConversionTerms terms) =>
        (to.Field.Kind, value) switch
        {
            (FieldKind.Series, _) => null,
            (FieldKind.Text or FieldKind.LongText, not Value.Map) => Value.Of(PlainText.Write(from, value))
                is { IsNothing: false } text
                ? text
                : null,
            (FieldKind.MultiEnum or FieldKind.List, Value.List list) => Each(from, to, list),
            (FieldKind.MultiEnum or FieldKind.List, not (Value.Map or Value.Text)) => null,
            (_, Value.Text text) => PlainText.Read(to, Title(from, text), terms),
            (_, Value.List { Items: [Value.Text only] }) => PlainText.Read(to, Title(from, only), terms),
            (_, Value.Integer or Value.Float) => OfNumber(from, to, value, terms),
            (FieldKind.Number or FieldKind.Percent, Value.Bool flag) => Value.Of(flag.Flag ? 1L : 0L),
            (FieldKind.Number, Value.Money money) => money.Currency == terms.Currency ? PlainText.Of(money.Amount) : null,
            (FieldKind.Number, Value.Interval { Low: { } low, High: { } high }) when low == high => PlainText.AsDecimal(
                Value.Of(low)
            )
                is { } number
                ? PlainText.Of(number)
                : null,
            (FieldKind.Number, Value.Duration length) => Lengths.In(to.Field.Unit, length),
            _ => OfTime(to.Field.Kind, value, terms),
        };

    private static Value? OfNumber(FieldShape from, FieldShape to, Value value, ConversionTerms terms)
    {
        if (PlainText.AsDecimal(value) is not { } number)
            return null;
        return to.Field.Kind switch
        {
            FieldKind.Number when from.Field.Kind == FieldKind.Percent && terms.InHundredths => PlainText.Of(number * 100),
            FieldKind.Percent when from.Field.Kind != FieldKind.Percent && terms.InHundredths => PlainText.Of(number / 100),
            FieldKind.Number or FieldKind.Percent or FieldKind.Scale => PlainText.Of(number),
            FieldKind.Money when terms.Currency is { } currency => new Value.Money(number, currency),
            FieldKind.Duration => Lengths.Of(from.Field.Unit, number),
            FieldKind.Bool when number is 0 or 1 => Value.Of(number == 1),
            FieldKind.Interval => new Value.Interval((double)number, (double)number),
            FieldKind.Enum => Value.Of(PlainText.OptionOf(to, PlainText.Write(from, value)!)),
            _ => null,
        };
    }

    private static Value? OfTime(FieldKind to, Value value, ConversionTerms terms) =>
        (to, value) switch
        {
            (FieldKind.Instant, Value.Date { Day.Year: > FirstYear and < LastYear } date) => Value.Of(
                date.Day.AtStartOfDayInZone(terms.Zone).ToInstant()
            ),
            (FieldKind.Date, Value.DateTime { Stamp.Year: > FirstYear and < LastYear } moment) => Value.Of(
                moment.Instant.InZone(terms.Zone).Date
            ),
            (FieldKind.Date, Value.LocalDateTime moment) => Value.Of(moment.Stamp.Date),
            (FieldKind.Period, Value.Date date) => new Value.Period(date.Day, date.Day),
            (FieldKind.Date, Value.Period { Start: { } start }) => Value.Of(start),
            _ => null,
        };

    private static Value Each(FieldShape from, FieldShape to, Value.List list) =>
        Value.Of(list.Items.Select(item => item is Value.Text text ? Value.Of(PlainText.OptionOf(to, Title(from, text))) : item));

    private static string Title(FieldShape from, Value.Text text) => PlainText.Write(from, text)!;

    // Numbers are the same by size, however they are kept; instants by the moment.
    private static bool IsSame(Value left, Value right) =>
        left.Equals(right)
        || (IsNumber(left) && IsNumber(right) && ValueOrder.Instance.Compare(left, right) == 0)
        || (left is Value.DateTime one && right is Value.DateTime other && one.Instant == other.Instant && other.Zone is null);

    private static bool IsNumber(Value value) => value is Value.Integer or Value.Float;
}
