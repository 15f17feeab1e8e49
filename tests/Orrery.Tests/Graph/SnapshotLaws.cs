using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Laws of snapshots, kept or saved; the seed is in the message.</summary>
public sealed class SnapshotLaws
{
    public static TheoryData<int> Seeds => ReadingLaws.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_saved_earlier_snapshot_holds_nothing_of_what_came_later(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        history.Snapshot.Freeze()();
        var chance = new Random(seed);
        var saved = history.Snapshot.AsKnownAt(new Revision(chance.Next((int)history.Snapshot.At.Value)));
        var loaded = SaveAndLoad(saved);

        var on = loaded;
        while (on.At < history.Snapshot.At)
            on = on.Apply(new(on.At.Next, history.Snapshot.Recorded, new("Bo", Origin.Screen), []));

        Assert.Equal(CanonicalText.Of(saved), CanonicalText.Of(loaded));
        Assert.Equal(CanonicalText.Of(saved), CanonicalText.Of(on));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Building_in_two_lanes_is_applying_one_by_one(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        var from = new Random(seed).Next(history.Changes.Count);
        var begun = GraphSnapshot.Empty();
        foreach (var change in history.Changes.Take(from))
            begun = begun.Apply(change);
        if (seed % 2 == 0)
            begun.Freeze()();

        using var rebuilding = new Rebuilding(begun);
        foreach (var some in history.Changes.Skip(from).Chunk(7))
            rebuilding.Add([.. some]);
        var built = rebuilding.Finish();

        Assert.Equal(CanonicalText.Of(history.Snapshot), CanonicalText.Of(built));
        Assert.Equal(CanonicalText.Of(history.Snapshot), CanonicalText.Of(SaveAndLoad(built)));
        Assert.Equal(history.Snapshot.Model.Kinds.Count, built.Model.Kinds.Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_large_change_is_its_events_one_by_one(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        // What withdraws observations names the revision that added them.
        GraphEvent[] events =
        [
            .. history.Changes.SelectMany(change => change.Events).Where(e => e is not GraphEvent.SeriesWithdrawn),
        ];
        var one = GraphSnapshot.Empty();
        foreach (var happened in events)
            one = one.Apply(new(one.At.Next, history.Snapshot.Recorded, new("Bo", Origin.Screen), [happened]));

        var large = GraphSnapshot.Empty().Apply(new(new(1), history.Snapshot.Recorded, new("Bo", Origin.Screen), [.. events]));

        Assert.Equal(CanonicalText.Of(one), CanonicalText.Of(large));
    }

    [Fact]
    public void A_building_given_up_leaves_the_snapshot_it_began_with_as_it_was()
    {
        var history = RandomHistory.Of(1, 30);
        var half = history.Changes.Count / 2;
        var begun = GraphSnapshot.Empty();
        foreach (var change in history.Changes.Take(half))
            begun = begun.Apply(change);
        var wanted = CanonicalText.Of(begun);

        using (var rebuilding = new Rebuilding(begun))
            rebuilding.Add([.. history.Changes.Skip(half).Take(5)]);
        var on = history.Changes.Skip(half).Aggregate(begun, (snapshot, change) => snapshot.Apply(change));

        Assert.Equal(wanted, CanonicalText.Of(begun));
        Assert.Equal(CanonicalText.Of(history.Snapshot), CanonicalText.Of(on));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_layout_that_comes_late_spoils_nothing(int seed)
    {
        var history = RandomHistory.Of(seed, 30);
        var late = history.Snapshot.Freeze();
        var older = history.Snapshot.AsKnownAt(new Revision(history.Snapshot.At.Value / 2)).Freeze();
        for (var i = 0; i < 20; i++)
            history.Change();
        var wanted = CanonicalText.Of(history.Snapshot);

        history.Snapshot.Freeze()();
        late();
        older();

        Assert.Equal(wanted, CanonicalText.Of(history.Snapshot));
        Assert.Equal(wanted, CanonicalText.Of(SaveAndLoad(history.Snapshot)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_readings_differ_in_nothing_exactly_when_they_read_alike(int seed)
    {
        var history = RandomHistory.Of(seed, 40);
        var chance = new Random(seed);
        for (var i = 0; i < 20; i++)
        {
            var (one, other) = (AnyReading(history, chance), AnyReading(history, chance));

            var alike = CanonicalText.Of(one, withRefs: false) == CanonicalText.Of(other, withRefs: false);

            Assert.True(alike == Differing.Between(one, other) is [], $"seed {seed}, pair {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void As_known_at_an_instant_is_the_last_revision_recorded_by_then(int seed)
    {
        var history = RandomHistory.Of(seed, 20);
        foreach (var change in history.Changes)
        {
            Assert.Equal(change.Revision, history.Snapshot.AsKnownAt(change.Recorded).At);
            Assert.Equal(change.Revision.Value - 1, history.Snapshot.AsKnownAt(change.Recorded - Duration.FromTicks(1)).At.Value);
        }

        Assert.Equal(Revision.Start, history.Snapshot.AsKnownAt(Instant.MinValue).At);
        Assert.Equal(history.Snapshot.At, history.Snapshot.AsKnownAt(Instant.MaxValue).At);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_change_that_cannot_be_applied_leaves_nothing_behind(int seed)
    {
        var history = RandomHistory.Of(seed, 20);
        var snapshot = history.Snapshot;
        var wanted = CanonicalText.Of(snapshot);
        var half = new ChangeSet(
            snapshot.At.Next,
            snapshot.Recorded,
            new("Bo", Origin.Screen),
            [
                new GraphEvent.EntityCreated(Id.Named("ghost"), ["goal"], null, Validity.Always),
                new GraphEvent.FieldSet(Id.Named("ghost"), "title", new Value.Entity(Id.Named("ghost")), Validity.Always),
            ]
        );

        Assert.ThrowsAny<Exception>(() => snapshot.Apply(half));

        Assert.Equal(wanted, CanonicalText.Of(snapshot));
        Assert.Equal(wanted, CanonicalText.Of(snapshot.Apply(half with { Events = [] })));
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_one_graph_throughout()
    {
        var planned = RandomHistory.Of(7, 900).Changes;
        var snapshot = planned.Take(150).Aggregate(GraphSnapshot.Empty(), GraphRules.Apply);
        var newest = snapshot;
        var isDone = false;
        using var start = new Barrier(5);

        void Write()
        {
            start.SignalAndWait();
            Action? install = null;
            foreach (var change in planned.Skip(150))
            {
                Volatile.Write(ref newest, newest.Apply(change));
                if (change.Revision.Value % 40 == 0)
                    install = newest.Freeze();
                else if (change.Revision.Value % 40 == 9)
                    install?.Invoke();
            }

            Volatile.Write(ref isDone, true);
        }

        void Hold(GraphSnapshot held, Instant at)
        {
            var wanted = Read(held, at);
            start.SignalAndWait();
            while (!Volatile.Read(ref isDone))
                Assert.Equal(wanted, Read(held, at));
        }

        void Save()
        {
            start.SignalAndWait();
            while (!Volatile.Read(ref isDone))
            {
                var saved = Volatile.Read(ref newest);
                var at = RandomHistory.AnyInstant(new Random((int)saved.At.Value));
                Assert.Equal(Read(saved, at), Read(SaveAndLoad(saved), at));
            }
        }

        await Task.WhenAll(
            Start(Write),
            Start(() => Hold(snapshot, RandomHistory.AnyInstant(new(1)))),
            Start(() => Hold(snapshot.AsKnownAt(new Revision(80)), RandomHistory.AnyInstant(new(2)))),
            Start(() => Hold(snapshot, RandomHistory.AnyInstant(new(3)))),
            Start(Save)
        );

        Assert.Equal(CanonicalText.Of(planned.Aggregate(GraphSnapshot.Empty(), GraphRules.Apply)), CanonicalText.Of(newest));
    }

    // Walks, sums and lists too: they bring the indexes along.
    private static string Read(GraphSnapshot snapshot, Instant at)
    {
        var reading = snapshot.Read(at, at, Mask.Nothing);
        var reached = reading.Walk(reading.Entities().Take(20), ["part-of", "serves"], Direction.Out, int.MaxValue);
        var labelled = string.Join(' ', reading.WithLabel("bet").Select(e => e.Id));
        return $"{reached.Count} {reached.Sum("bet", "size")} {labelled}\n{CanonicalText.Of(reading)}";
    }

    private static Task Start(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Reading AnyReading(RandomHistory history, Random chance)
    {
        var at = RandomHistory.AnyInstant(chance);
        var revision = new Revision(chance.Next((int)history.Snapshot.At.Value + 1));
        return history.Snapshot.AsKnownAt(revision).Read(at, at, Mask.Nothing);
    }

    private static GraphSnapshot SaveAndLoad(GraphSnapshot snapshot)
    {
        using var file = new MemoryStream();
        snapshot.Save(file);
        file.Position = 0;
        return GraphSnapshot.Load(file, personal => personal);
    }
}
