using System.Globalization;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Values as <c>toString()</c> writes them: to be read back, and whole.</summary>
internal static class CypherText
{
    /// <summary>The text of a value that has one; the caller has refused the others.</summary>
    public static string Of(Value value) => Find(value) ?? throw QueryFaults.NotConvertible("toString()", value);

    /// <summary>The text, or null when values of the type have none.</summary>
    public static string? Find(Value value) =>
        value switch
        {
            Value.Text text => text.Characters,
            Value.Integer number => number.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float number => Of(number.Number),
            Value.Bool truth => truth.Flag ? "true" : "false",
            Value.Money money => $"{money.Amount} {money.Currency}",
            Value.Period period => $"{End(period.Start)}/{End(period.End)}",
            Value.Interval interval => $"{End(interval.Low)}..{End(interval.High)}",
            Value.Personal { Clear: { } clear } => Find(clear),
            _ => TimeText.Find(value),
        };

    /// <summary>As Java and Cypher write floats: always with a fraction or an exponent.</summary>
    public static string Of(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN"
                : number > 0 ? "Infinity"
                : "-Infinity";
        if (Math.Abs(number) is not (0 or >= 1e-3 and < 1e7))
            return Scientific(number);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.') ? text : $"{text}.0";
    }

    // "R" is the shortest text that reads back; its digits are kept, the exponent is set behind the first.
    private static string Scientific(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var sign = text.StartsWith('-') ? "-" : "";
        var (digits, exponent) = text.TrimStart('-').Split('E') is [var mantissa, var power]
            ? (mantissa, int.Parse(power, CultureInfo.InvariantCulture))
            : (text.TrimStart('-'), 0);
        var whole = digits.Split('.')[0];
        var all = digits.Replace(".", "", StringComparison.Ordinal);
        var significant = all.TrimStart('0');
        exponent += whole.TrimStart('0').Length > 0 ? whole.Length - 1 : whole.Length - 1 - (all.Length - significant.Length);
        var fraction = significant[1..].TrimEnd('0');
        return $"{sign}{significant[0]}.{(fraction.Length == 0 ? "0" : fraction)}E{exponent}";
    }

    private static string End(NodaTime.LocalDate? day) => day is { } known ? TimeText.Of(known) : "..";

    private static string End(double? number) => number is { } known ? Of(known) : "";
}
