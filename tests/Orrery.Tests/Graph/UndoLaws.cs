using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Laws of taking changes back; the seed is in the message.</summary>
public sealed class UndoLaws
{
    public static TheoryData<int> Seeds => ReadingLaws.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Changes_can_be_taken_back_one_after_the_other_to_any_point(int seed)
    {
        var history = RandomHistory.Of(seed, 25);
        var last = (int)history.Snapshot.At.Value;

        for (var revision = last; revision > last / 3; revision--)
        {
            Undo(history, revision);
            AssertSame(history, revision - 1, history.Snapshot.At.Value, $"seed {seed}, undone down to {revision}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Undoing_an_undo_restores(int seed)
    {
        var history = RandomHistory.Of(seed, 30);
        var before = history.Snapshot.At.Value;

        Undo(history, (int)before);
        if (history.Snapshot.At.Value == before)
            return;
        Undo(history, (int)history.Snapshot.At.Value);

        AssertSame(history, before, history.Snapshot.At.Value, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_change_that_nothing_built_on_is_taken_back_as_if_it_had_never_been(int seed)
    {
        var history = RandomHistory.Of(seed, 30);
        var alone = history.Changes.Where(change => IsAlone(history, change)).ToArray();

        foreach (var change in alone)
        {
            var undo = Assert.IsType<Decision.Accepted>(GraphRules.Undo(history.Snapshot, change));
            var undone = undo.Events is [] ? history.Snapshot : Append(history.Snapshot, undo);
            var without = history
                .Changes.Select(c => c == change ? c with { Events = [] } : c)
                .Aggregate(GraphSnapshot.Empty(), GraphRules.Apply);
            foreach (var at in Moments())
                Assert.Equal(Text(without, at), Text(undone, at));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_older_change_is_taken_back_only_where_nothing_that_came_later_is_lost(int seed)
    {
        var history = RandomHistory.Of(seed, 25);
        var now = history.Snapshot;

        foreach (var change in history.Changes.SkipLast(1))
        {
            if (GraphRules.Undo(now, change) is not Decision.Accepted undo)
                continue;
            var then = now.AsKnownAt(change.Revision);
            var undone = Append(now, undo);
            foreach (var at in Moments())
                AssertNothingLaterIsLost(
                    history,
                    change,
                    Read(then, at),
                    Read(now, at),
                    Read(undone, at),
                    $"seed {seed}, {change.Revision}"
                );
        }
    }

    [Fact]
    public void The_laws_are_tried_on_every_kind_of_event_that_can_be_taken_back()
    {
        var tried = new HashSet<Type>();
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var history = RandomHistory.Of(seed, 25);
            for (var revision = (int)history.Snapshot.At.Value; revision > 8; revision--)
                Undo(history, revision);
            tried.UnionWith(history.Changes.SelectMany(change => change.Events).Select(happened => happened.GetType()));
        }

        Assert.Equal(
            typeof(GraphEvent).GetNestedTypes().Where(type => type != typeof(GraphEvent.SubjectErased)).ToHashSet(),
            tried
        );
    }

    [Fact]
    public void Observations_that_were_taken_back_and_given_again_are_as_they_were()
    {
        var history = RandomHistory.Of(1, 5);
        var subject = history.Entities[0];
        var point = new Observation(RandomHistory.AnyInstant(new Random(1)), 3.5);
        history.Record([new GraphEvent.SeriesAppended(subject, RandomHistory.SeriesName, [point])]);
        history.Record([
            new GraphEvent.SeriesAppended(subject, RandomHistory.SeriesName, [new(point.At + NodaTime.Duration.FromDays(1), 4)]),
        ]);
        var made = (int)history.Snapshot.At.Value - 1;

        Undo(history, made);
        var without = Seen(history, subject);
        Undo(history, (int)history.Snapshot.At.Value);

        Assert.Equal([4.0], without);
        Assert.Equal([3.5, 4.0], Seen(history, subject));
        Assert.Equal([3.5, 4.0], Seen(history, subject, made + 1));
        Assert.Equal([4.0], Seen(history, subject, made + 2));
    }

    [Fact]
    public void A_first_ref_that_was_taken_back_addresses_nothing_any_more_but_still_leads_there()
    {
        var history = RandomHistory.Of(1, 5);
        var subject = Id.Named("refs", "x");
        history.Record([new GraphEvent.EntityCreated(subject, ["goal"], null, Validity.Always)]);
        history.Record([new GraphEvent.RefGiven(subject, EntityRef.Of("goal", "x"))]);

        Undo(history, (int)history.Snapshot.At.Value);
        var bare = Read(history.Snapshot, Later);
        Undo(history, (int)history.Snapshot.At.Value);

        Assert.Null(bare.Find(subject)!.Ref);
        Assert.Equal(subject, bare.Find(EntityRef.Of("goal", "x"))!.Id);
        Assert.Equal("goal:x", Read(history.Snapshot, Later).Find(subject)!.Ref!.ToString());
    }

    private static Instant Later => Instant.FromUtc(2030, 1, 1, 0, 0);

    private static double[] Seen(RandomHistory history, Id subject, int? revision = null) =>
        [
            .. Read(history.Snapshot.AsKnownAt(new Revision(revision ?? history.Snapshot.At.Value)), Later)
                .FindAnyTime(subject)!
                .Series(RandomHistory.SeriesName)
                .Where(point => point.Value is 3.5 or 4)
                .Select(point => point.Value)
                .Order(),
        ];

    // What reads otherwise now than right after the change was said later.
    private static void AssertNothingLaterIsLost(
        RandomHistory history,
        ChangeSet change,
        Reading then,
        Reading now,
        Reading undone,
        string context
    )
    {
        foreach (var id in history.Everything)
        {
            foreach (
                var field in RandomHistory.FieldNames.Where(field => !then.ValueOf(id, field).Equals(now.ValueOf(id, field)))
            )
                Assert.True(now.ValueOf(id, field).Equals(undone.ValueOf(id, field)), $"{field} of {id}: {context}");
        }

        foreach (var id in history.Entities.Where(id => then.Exists(id) != now.Exists(id)))
            Assert.True(now.Exists(id) == undone.Exists(id), $"existence of {id}: {context}");
        var created = change.Events.OfType<GraphEvent.EntityCreated>().Select(e => e.Subject).ToHashSet();
        var later = history.Changes.Where(c => c.Revision > change.Revision).SelectMany(c => c.Events);
        foreach (
            var made in later.OfType<GraphEvent.RelationCreated>().Where(e => created.Contains(e.From) || created.Contains(e.To))
        )
            Assert.True(now.Exists(made.Subject) == undone.Exists(made.Subject), $"relation {made.Subject}: {context}");
    }

    private static GraphSnapshot Append(GraphSnapshot snapshot, Decision.Accepted undo) =>
        snapshot.Apply(new(snapshot.At.Next, snapshot.Recorded, new("Ada", Origin.Screen), undo.Events));

    // No later change speaks of anything that this one speaks of.
    private static bool IsAlone(RandomHistory history, ChangeSet change)
    {
        var subjects = change.Events.SelectMany(e => GraphRules.SubjectsOf(e)).ToHashSet();
        return !history
            .Changes.Where(later => later.Revision > change.Revision)
            .SelectMany(later => later.Events)
            .SelectMany(e => GraphRules.SubjectsOf(e))
            .Any(subjects.Contains);
    }

    private static void Undo(RandomHistory history, int revision)
    {
        var decision = GraphRules.Undo(history.Snapshot, history.Changes[revision - 1]);
        Assert.True(decision is Decision.Accepted, (decision as Decision.Refused)?.Fault.ToString());
        if (((Decision.Accepted)decision).Events is not [] and var events)
            history.Record(events);
    }

    private static void AssertSame(RandomHistory history, long one, long other, string context)
    {
        foreach (var at in Moments())
            Assert.True(Text(Known(history, one), at) == Text(Known(history, other), at), $"{context}, at {at}");
    }

    private static GraphSnapshot Known(RandomHistory history, long revision) =>
        history.Snapshot.AsKnownAt(new Revision(revision));

    private static string Text(GraphSnapshot snapshot, Instant at) => CanonicalText.Of(Read(snapshot, at));

    private static Reading Read(GraphSnapshot snapshot, Instant at) => snapshot.Read(at, at, Mask.Nothing);

    private static IEnumerable<Instant> Moments() => Enumerable.Range(0, 8).Select(i => RandomHistory.AnyInstant(new Random(i)));
}
