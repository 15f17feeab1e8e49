using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the page of a ladder shows.</summary>
public sealed record LadderView(EntityView Head, Ladder Ladder)
{
    private const int MostLeaps = 12;

    public Visit Visit => Head.Visit;

    public Entity Entity => Head.Entity;

    /// <summary>The horizons from the furthest that something lies at, or is missing at, to the nearest.</summary>
    public ImmutableArray<LadderRow> Rows { get; } =
    [
        .. Enumerable
            .Range(0, Horizons.Count)
            .Reverse()
            .Select(horizon => LadderRow.At(Ladder, horizon))
            .Where(row => row.IsMissing || !row.Rungs.IsEmpty),
    ];

    /// <summary>What lies at no horizon.</summary>
    public LadderRow Unplaced { get; } = LadderRow.At(Ladder, null);

    public IEnumerable<Leap> Leaps => Ladder.Leaps.Take(MostLeaps);

    public int FurtherLeaps => Math.Max(0, Ladder.Leaps.Length - MostLeaps);
}

/// <summary>One horizon of a ladder.</summary>
/// <param name="Horizon">From 0 to 6, or null for none.</param>
/// <param name="Rungs">What lies there: the thing itself, then what is above it, then what is below, nearest first.</param>
/// <param name="IsMissing">Whether nothing lies there although something should.</param>
public sealed record LadderRow(int? Horizon, ImmutableArray<Rung> Rungs, bool IsMissing)
{
    public string Name => Horizon is { } at ? Orbits.Names[at] : "no horizon";

    public static LadderRow At(Ladder ladder, int? horizon) =>
        new(
            horizon,
            [
                .. ladder
                    .Rungs.Where(rung => rung.Horizon == horizon)
                    .OrderBy(rung => rung.Hops < 0)
                    .ThenBy(rung => Math.Abs(rung.Hops))
                    .ThenBy(rung => rung.Entity.Title, StringComparer.OrdinalIgnoreCase),
            ],
            horizon is { } at && ladder.IsMissing(at)
        );
}
