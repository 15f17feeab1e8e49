using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The ladder of a thing: all that it leads up to and all that leads up to it, by the seven horizons (domain catalogue 2.6, Trace).</summary>
/// <param name="Thing">Whose.</param>
/// <param name="Rungs">The thing and all others, nearest first upwards, then downwards; each once.</param>
/// <param name="Links">What joins them, each once.</param>
/// <param name="Leaps">Where a horizon is left out, the worst first.</param>
/// <param name="Way">The surest way up to years or decades, else to where it ends; null where nothing lies above.</param>
public sealed record Ladder(
    Entity Thing,
    ImmutableArray<Rung> Rungs,
    ImmutableArray<LadderLink> Links,
    ImmutableArray<Leap> Leaps,
    LadderWay? Way
)
{
    /// <summary>From here on a horizon is far: years.</summary>
    public const int Far = 5;

    /// <summary>Whether something at years or decades is above it, or it lies there itself.</summary>
    public bool ReachesFar => Rungs.Any(rung => rung is { Hops: >= 0, Horizon: >= Far });

    /// <summary>The furthest horizon above it, its own included; null where none is known.</summary>
    public int? Furthest => Rungs.Where(rung => rung.Hops >= 0).Max(rung => rung.Horizon);

    /// <summary>Whether there was more than was to be visited.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether nothing lies at a horizon although something lies nearer and something further.</summary>
    public bool IsMissing(int horizon) => MissingMiddle.Is(horizon, at => !Rungs.Any(rung => rung.Horizon == at));

    /// <summary>The whole ladder of a thing.</summary>
    /// <param name="thing">Which; of some reading.</param>
    /// <param name="zone">Where days begin.</param>
    /// <param name="count">Counts what is visited.</param>
    /// <remarks>Cost: the things and links that are visited, at most seven times; the way up sorts what waits.</remarks>
    public static Ladder Of(Entity thing, DateTimeZone zone, Action<int> count) =>
        new LadderReader(thing, zone, count, int.MaxValue).Read();

    /// <summary>So much of the ladder of a thing as fits on a page: nearest first, upwards before downwards.</summary>
    /// <param name="thing">Which; of some reading.</param>
    /// <param name="zone">Where days begin.</param>
    /// <param name="most">The most things visited.</param>
    public static Ladder Near(Entity thing, DateTimeZone zone, int most) => new LadderReader(thing, zone, _ => { }, most).Read();
}

/// <summary>A thing on a ladder.</summary>
/// <param name="Entity">The thing.</param>
/// <param name="Horizon">Where it lies, from 0 to 6; null where nothing says.</param>
/// <param name="Hops">How many links above the ladder's own thing; below 0 for what leads up to it.</param>
public sealed record Rung(Entity Entity, int? Horizon, int Hops);

/// <summary>A link of a ladder.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Lower">What leads up.</param>
/// <param name="Upper">To what.</param>
/// <param name="Said">How sure somebody said it is, from 0 to 1; null where nobody did.</param>
public sealed record LadderLink(Relation Relation, Entity Lower, Entity Upper, double? Said);

/// <summary>Two things that follow each other although their horizons do not.</summary>
/// <param name="Lower">What leads up.</param>
/// <param name="Upper">To what, directly or through things that lie nowhere.</param>
/// <param name="From">The horizon of the lower.</param>
/// <param name="To">The horizon of the upper.</param>
/// <param name="IsGap">Whether nothing of the whole ladder lies between these horizons; else another way fills them, and this one only skips.</param>
public sealed record Leap(Entity Lower, Entity Upper, int From, int To, bool IsGap)
{
    /// <summary>How many horizons are left out; at least 1.</summary>
    public int Missing => Math.Abs(To - From) - 1;
}

/// <summary>The surest way up.</summary>
/// <param name="Links">In order, at least one.</param>
/// <param name="Confidence">The product of what is said of them; links of which nobody said anything count as the workspace chose.</param>
/// <param name="Weakest">The least sure link.</param>
/// <param name="Unsaid">Of how many links nobody said how sure they are.</param>
public sealed record LadderWay(ImmutableArray<LadderLink> Links, double Confidence, LadderLink Weakest, int Unsaid);
