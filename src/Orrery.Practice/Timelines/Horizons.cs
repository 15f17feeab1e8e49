using NodaTime;

namespace Orrery.Practice;

/// <summary>The seven horizons as stretches of days ahead of a day (domain catalogue 2.2).</summary>
public static class Horizons
{
    private static readonly (string Option, int UpTo)[] Ends =
    [
        ("h0", 1),
        ("h1", 7),
        ("h2", 30),
        ("h3", 90),
        ("h4", 365),
        ("h5", 3_650),
        ("h6", 10_950),
    ];

    /// <summary>The options of the field, nearest first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Ends.Select(end => end.Option)];

    /// <summary>How many there are.</summary>
    public static int Count => Ends.Length;

    /// <summary>The horizon of that many days ahead, from 0; the last has no end.</summary>
    public static int Of(double days) => Array.FindIndex(Ends[..^1], end => days < end.UpTo) is >= 0 and var at ? at : Count - 1;

    /// <summary>The days that a horizon spans, seen from a day; null for what is no horizon.</summary>
    /// <remarks>They do not overlap: months begin where weeks end.</remarks>
    public static DaySpan? Of(string? option, LocalDate from)
    {
        var at = Array.FindIndex(Ends, end => end.Option == option);
        return at < 0 ? null : new(from.PlusDays(at == 0 ? 0 : Ends[at - 1].UpTo), from.PlusDays(Ends[at].UpTo));
    }
}
