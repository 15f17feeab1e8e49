using System.Globalization;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A rule that marks cells: <c>due &lt; today: warn</c>.</summary>
/// <param name="Column">The number of the column that is looked at.</param>
/// <param name="Test">What must hold of its value.</param>
/// <param name="Operand">What it is compared with, as written; empty where nothing is.</param>
/// <param name="Tone">How it is marked.</param>
/// <param name="Said">The condition in words.</param>
public sealed record FormatRule(int Column, FormatTest Test, string Operand, FormatTone Tone, string Said)
{
    /// <summary>Whether the whole row is marked.</summary>
    public bool MarksRow => Tone == FormatTone.Faint;

    /// <summary>How a stylesheet knows the tone.</summary>
    public string ToneName => FormatRules.NameOf(Tone);

    /// <summary>Whether it holds of a value.</summary>
    /// <param name="value">What stands in the cell.</param>
    /// <param name="say">The value in words.</param>
    /// <param name="dates">The calendar of whoever looks.</param>
    public bool Holds(Value value, Func<Value, string> say, Dates dates) =>
        Test switch
        {
            FormatTest.Empty => value.IsNothing,
            FormatTest.NotEmpty => !value.IsNothing,
            _ when value.IsNothing => false,
            FormatTest.Contains => say(value).Contains(Operand, StringComparison.OrdinalIgnoreCase),
            FormatTest.Equal => IsSame(value, say, dates),
            FormatTest.NotEqual => !IsSame(value, say, dates),
            FormatTest.Less => Compare(value, dates) < 0,
            FormatTest.AtMost => Compare(value, dates) <= 0,
            FormatTest.More => Compare(value, dates) > 0,
            FormatTest.AtLeast => Compare(value, dates) >= 0,
            _ => throw new System.Diagnostics.UnreachableException($"{Test} tests nothing."),
        };

    private bool IsSame(Value value, Func<Value, string> say, Dates dates) =>
        Compare(value, dates) == 0
        || string.Equals(value.AsText, Operand, StringComparison.OrdinalIgnoreCase)
        || string.Equals(say(value), Operand, StringComparison.OrdinalIgnoreCase)
        || (value is Value.Bool { Flag: var flag } && Operand == (flag ? "yes" : "no"));

    // Null when the two cannot be compared.
    private int? Compare(Value value, Dates dates) =>
        value switch
        {
            Value.Date { Day: var day } => DayOf(dates) is { } other ? day.CompareTo(other) : null,
            Value.DateTime { Instant: var instant } => DayOf(dates) is { } other ? dates.DayOf(instant).CompareTo(other) : null,
            Value.Period { End: { } end } => DayOf(dates) is { } other ? end.CompareTo(other) : null,
            Value.Integer { Number: var number } => Number is { } other ? ((decimal)number).CompareTo(other) : null,
            Value.Float { Number: var number } => Number is { } other ? number.CompareTo((double)other) : null,
            Value.Money { Amount: var amount } => Number is { } other ? amount.CompareTo(other) : null,
            _ => null,
        };

    // today, today+30, today-7, 2026-01-31
    private NodaTime.LocalDate? DayOf(Dates dates) =>
        Operand.StartsWith("today", StringComparison.OrdinalIgnoreCase)
            ? Operand.Length == 5
                ? dates.Seen
                : int.TryParse(
                    Operand.AsSpan(5).ToString().Replace(" ", "", StringComparison.Ordinal).TrimEnd('d'),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var days
                )
                && Math.Abs(days) < 100_000
                    ? dates.Seen.PlusDays(days)
                    : null
            : LocalDatePattern.Iso.Parse(Operand) is { Success: true, Value: var day }
                ? day
                : null;

    private decimal? Number =>
        decimal.TryParse(Operand.TrimEnd('%', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? Operand.EndsWith('%')
                ? number / 100
                : number
            : null;
}
