using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>
/// The law of the gates: nobody enters a state before what it asks for is there, or somebody said on purpose why not; and nobody skips
/// without a reason. It binds steps that are taken now or later. A step of an earlier day happened, whatever we think of it: it is told,
/// not asked, like what a source states and what a pack brings.
/// </summary>
public static class GateLaw
{
    // A form is opened some time before it is sent, and "today" begins in the morning.
    private static readonly Duration StillNow = Duration.FromDays(1);

    /// <summary>The steps that events take, each with what it asks for.</summary>
    /// <param name="before">The graph without the events.</param>
    /// <param name="events">What was decided.</param>
    /// <param name="now">The present: what began on an earlier day, or ended, is history.</param>
    /// <param name="mask">What the asker may not see.</param>
    public static IEnumerable<Step> StepsOf(GraphSnapshot before, ImmutableArray<GraphEvent> events, Instant now, Mask mask)
    {
        ArgumentNullException.ThrowIfNull(before);
        var lifecycles = new Lazy<Lifecycles>(() => Lifecycles.Of(before.Read(now, now, mask)));
        var sets = events
            .OfType<GraphEvent.FieldSet>()
            .Where(set => set.Value is Value.Text && IsTaken(set.During, now) && lifecycles.Value.IsState(set.Field))
            .ToImmutableArray();
        if (sets.IsEmpty)
            yield break;
        var told = Ahead.By(events);
        foreach (var (thing, field, at) in sets.Select(s => (s.Subject, s.Field, Instant.Max(s.During.From, now))).Distinct())
        {
            var then = new Ahead(before.Read(at, now, mask), told);
            if (
                lifecycles.Value.For(then.KindOf(thing)) is { } lifecycle
                && lifecycle.Field == field
                && then.ValueOf(thing, field).AsText is { } to
                && lifecycle.States.Contains(to)
                && StateBefore(before, told, thing, field, at, now, mask) is var from
                && from != to
                && then.ValueOf(thing, "pack").IsNothing
            )
                yield return Checklist.Step(then, thing, lifecycle, from, to);
        }
    }

    /// <summary>Why events may not happen; null when they may.</summary>
    /// <param name="before">The graph without the events.</param>
    /// <param name="events">What was decided.</param>
    /// <param name="now">The present.</param>
    /// <param name="why">The reason that was given for the change: enough for a step that the lifecycle does not know.</param>
    /// <param name="mask">What the asker may not see.</param>
    public static Fault? Check(GraphSnapshot before, ImmutableArray<GraphEvent> events, Instant now, string? why, Mask mask)
    {
        if (!MayStep(events, now))
            return null;
        var steps = StepsOf(before, events, now, mask).ToImmutableArray();
        ImmutableArray<Step> shut = [.. steps.Where(step => step.Missing.Any())];
        return !shut.IsEmpty ? GateFaults.Unmet(shut)
            : string.IsNullOrWhiteSpace(why) && steps.FirstOrDefault(step => !step.IsKnown) is { } skipped
                ? GateFaults.Skips(skipped)
            : null;
    }

    /// <summary>What steps that cannot be taken yet still ask for, and what to do.</summary>
    /// <param name="shut">At least one.</param>
    public static Fault Unmet(ImmutableArray<Step> shut) => GateFaults.Unmet(shut);

    // Asked of every change: most set no text from now on.
    private static bool MayStep(ImmutableArray<GraphEvent> events, Instant now)
    {
        foreach (var happened in events)
        {
            if (happened is GraphEvent.FieldSet { Value: Value.Text } set && IsTaken(set.During, now))
                return true;
        }

        return false;
    }

    private static bool IsTaken(Validity during, Instant now) =>
        during.To > now && during.From != Instant.MinValue && during.From >= now - StillNow;

    // What begins now steps from what is; what begins later steps from what will be just before.
    private static string? StateBefore(
        GraphSnapshot before,
        ILookup<Id, GraphEvent> told,
        Id thing,
        string field,
        Instant at,
        Instant now,
        Mask mask
    ) =>
        at <= now
            ? before.Read(now, now, mask).ValueOf(thing, field).AsText
            : new Ahead(before.Read(at - Duration.FromTicks(1), now, mask), told).ValueOf(thing, field).AsText;
}
