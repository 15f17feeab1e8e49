using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Laws that hold for every history; the seed is in the message.</summary>
public sealed class ReadingLaws
{
    public static TheoryData<int> Seeds =>
        [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("ORRERY_LONG") is null ? 60 : 4_000)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_reading_equals_a_fold_of_the_events_at_any_revision_and_instant(int seed)
    {
        var history = RandomHistory.Of(seed, 80);
        var chance = new Random(seed + 1);
        for (var i = 0; i < 12; i++)
        {
            var revision = chance.Next((int)history.Snapshot.At.Value + 1);
            AssertEqual(history, revision, RandomHistory.AnyInstant(chance), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Replaying_the_change_sets_rebuilds_the_graph(int seed)
    {
        var history = RandomHistory.Of(seed, 60);

        var again = history.Changes.Aggregate(GraphSnapshot.Empty(), GraphRules.Apply);

        Assert.Equal(CanonicalText.Of(history.Snapshot), CanonicalText.Of(again));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_snapshot_read_back_from_its_columns_goes_on_like_the_one_that_was_saved(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        var chance = new Random(seed);
        var saved = history.Snapshot.AsKnownAt(new Revision(chance.Next(1, (int)history.Snapshot.At.Value + 1)));
        using var file = new MemoryStream();
        saved.Save(file);
        file.Position = 0;

        var loaded = GraphSnapshot.Load(file, personal => personal);

        Assert.Equal(CanonicalText.Of(saved), CanonicalText.Of(loaded));
        var on = history.Changes.Skip((int)saved.At.Value).Aggregate(loaded, GraphRules.Apply);
        Assert.Equal(CanonicalText.Of(history.Snapshot), CanonicalText.Of(on));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_line_begun_at_an_earlier_snapshot_leaves_the_other_alone(int seed)
    {
        var history = RandomHistory.Of(seed, 30);
        var middle = history.Changes.Take(history.Changes.Count / 2).Aggregate(GraphSnapshot.Empty(), GraphRules.Apply);
        var before = CanonicalText.Of(middle);

        var one = history.Changes.Skip(history.Changes.Count / 2).Aggregate(middle, GraphRules.Apply);
        var other = middle.Apply(new(middle.At.Next, middle.Recorded, new("Bo", Origin.Screen), []));

        Assert.Equal(before, CanonicalText.Of(middle));
        Assert.Equal(CanonicalText.Of(history.Snapshot), CanonicalText.Of(one));
        Assert.Equal(middle.At.Next, other.At);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_undone_change_leaves_what_was_before(int seed)
    {
        var history = RandomHistory.Of(seed, 40);
        var before = history.Snapshot.At.Value;
        history.Change();
        if (history.Snapshot.At.Value == before)
            return;

        var undo = GraphRules.Undo(history.Snapshot, history.Changes[^1]);

        history.Record(Assert.IsType<Decision.Accepted>(undo).Events);
        var chance = new Random(seed);
        for (var i = 0; i < 6; i++)
        {
            var at = RandomHistory.AnyInstant(chance);
            Assert.Equal(CanonicalText.Of(history, before, at), CanonicalText.Of(history, history.Snapshot.At.Value, at));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_difference_of_two_readings_turns_one_into_the_other(int seed)
    {
        var history = RandomHistory.Of(seed, 50);
        var chance = new Random(seed);
        var (one, other) = (RandomHistory.AnyInstant(chance), RandomHistory.AnyInstant(chance));
        var snapshot = history.Snapshot;
        var wanted = CanonicalText.Of(history, snapshot.At.Value, other);

        var moment = new Validity(one, one + Duration.FromTicks(1));
        var decision = Assert.IsType<Decision.Accepted>(
            GraphRules.Decide(snapshot, Turning.Commands(Read(snapshot, one), Read(snapshot, other), moment))
        );
        if (decision.Events is not [])
            history.Record(decision.Events);

        Assert.Equal(wanted, CanonicalText.Of(history, history.Snapshot.At.Value, one));
        Assert.Empty(Differing.Between(Read(history.Snapshot, one), Read(history.Snapshot, other)));
    }

    private static Reading Read(GraphSnapshot snapshot, Instant at) => snapshot.Read(at, at, Mask.Nothing);

    private static void AssertEqual(RandomHistory history, long revision, Instant at, string context)
    {
        var reading = Read(history.Snapshot.AsKnownAt(new Revision(revision)), at);
        context += $", revision {revision}, at {at}";
        Assert.True(history.Naive.Entities(revision, at).SetEquals(reading.Entities().Select(e => e.Id)), $"entities: {context}");
        Assert.True(
            history.Naive.Relations(revision, at).SetEquals(reading.Relations().Select(r => r.Id)),
            $"relations: {context}"
        );
        foreach (var entity in reading.Entities())
        {
            Assert.Equal(history.Naive.LabelsOf(entity.Id, revision, at).Order(), entity.Labels.Order());
            Assert.True(
                history.Naive.Out(entity.Id, revision, at).SetEquals(entity.Relations(Direction.Out).Select(r => r.Id)),
                $"out: {context}"
            );
            Assert.True(
                history.Naive.In(entity.Id, revision, at).SetEquals(entity.Relations(Direction.In).Select(r => r.Id)),
                $"in: {context}"
            );
            foreach (var field in RandomHistory.FieldNames)
                Assert.Equal(history.Naive.FieldOf(entity.Id, field, revision, at), entity[field]);
        }

        foreach (var relation in reading.Relations())
        {
            Assert.True(
                history.Naive.In(relation.Id, revision, at).SetEquals(relation.Relations(Direction.In).Select(r => r.Id)),
                $"on relation: {context}"
            );
            foreach (var field in RandomHistory.FieldNames)
                Assert.Equal(history.Naive.FieldOf(relation.Id, field, revision, at), relation[field]);
        }
    }
}
