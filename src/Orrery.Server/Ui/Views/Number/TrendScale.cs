using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>The heights that a picture has room for, from and to round numbers. It begins at zero: a figure that is half of another is half as high.</summary>
/// <param name="Low">The lowest: zero, or below it where amounts are.</param>
/// <param name="High">The highest.</param>
/// <param name="Levels">Round heights in it, lowest first.</param>
public sealed record TrendScale(double Low, double High, ImmutableArray<double> Levels)
{
    private const int FewSteps = 3;

    /// <summary>A scale on which all these find room.</summary>
    public static TrendScale Of(IEnumerable<double> amounts)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var amount in amounts)
            (low, high) = (Math.Min(low, amount), Math.Max(high, amount));
        if (low == high)
            high = low + 1;
        var step = RoundUp((high - low) / FewSteps);
        var (from, to) = (Math.Floor(low / step), Math.Ceiling(high / step));
        return new(from * step, to * step, [.. Enumerable.Range(0, (int)(to - from) + 1).Select(count => (from + count) * step)]);
    }

    // 1, 2 or 5 times a power of ten.
    private static double RoundUp(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
