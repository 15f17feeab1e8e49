using System.Globalization;

namespace Orrery.Graph;

/// <summary>Between which numbers the values of a field lie.</summary>
/// <param name="Min">The least, itself included; null for no end.</param>
/// <param name="Max">The most, itself included; null for no end.</param>
public sealed record FieldRange(double? Min, double? Max)
{
    /// <summary>Any number.</summary>
    public static readonly FieldRange Open = new(null, null);

    /// <summary>Whether any number lies in it.</summary>
    public bool IsOpen => Min is null && Max is null;

    /// <summary>Whether a number lies in it.</summary>
    public bool Holds(double number) => !(number < Min) && !(number > Max);

    /// <summary>The number of a value that does not lie in it: one end of a range, an amount of money; null when all do.</summary>
    public double? Beyond(Value? value) =>
        IsOpen
            ? null
            : value switch
            {
                Value.Integer whole => Out(whole.Number),
                Value.Float number => Out(number.Number),
                Value.Money money => Out((double)money.Amount),
                Value.Interval ends => Out(ends.Low) ?? Out(ends.High),
                _ => null,
            };

    /// <summary>In words that follow "a number": from 1 to 5, of at least 1, of at most 5; empty for any.</summary>
    public string Words =>
        (Min, Max) switch
        {
            ({ } min, { } max) => $"from {Text(min)} to {Text(max)}",
            ({ } min, null) => $"of at least {Text(min)}",
            (null, { } max) => $"of at most {Text(max)}",
            _ => "",
        };

    /// <summary>A number as people write it.</summary>
    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private double? Out(double? number) => number is { } there && !Holds(there) ? there : null;
}
