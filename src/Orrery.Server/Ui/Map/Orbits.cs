using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The seven orbits, and distances in words.</summary>
public static class Orbits
{
    /// <summary>Their names, nearest first.</summary>
    public static readonly string[] Names = ["hours", "days", "weeks", "months", "quarters", "years", "decades"];

    private static readonly double[] UpTo = [1, 7, 30, 90, 365, 3_650, double.PositiveInfinity];

    /// <summary>On which orbit a distance lies.</summary>
    public static int Of(double days) => Array.FindIndex(UpTo, limit => days < limit);

    /// <summary>On which orbit it lies; one beyond the last where nothing is known.</summary>
    public static int Of(Distance distance) => distance.Days is { } days ? Of(days) : Names.Length;

    /// <summary>What an orbit is called.</summary>
    public static string NameOf(int orbit) => orbit < Names.Length ? Names[orbit] : "not known";

    /// <summary>A distance in words.</summary>
    public static string? Say(Visit visit, Entity entity, Distance distance) =>
        (distance.From, distance.Days) switch
        {
            (_, null) => "nothing is known of when anybody looked",
            (CountedFrom.Due, { } days) => $"due in {Dates.Span(days)}",
            (CountedFrom.Overdue, { } days) => $"was due {Dates.Span(days)} ago",
            (CountedFrom.Horizon, _) when entity["horizon"] is { IsNothing: false } horizon =>
                $"{visit.Values.Of(horizon, visit.Words.Definition(entity.Kind, "horizon"))} ahead, undated",
            (CountedFrom.Tending, { } days) => $"last tended {Dates.Span(days)} ago",
            (CountedFrom.LastChange, { } days) => $"last changed {Dates.Span(days)} ago",
            (CountedFrom.LastLook, { } days) => $"last looked at {Dates.Span(days)} ago",
            _ => null,
        };
}
