using System.Diagnostics;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>The harness's questions through Reading, as pages and commands ask them: intervals and mask on.</summary>
internal static class GraphBench
{
    private static readonly string[] Up =
    [
        "PART_OF",
        "CONTRIBUTES_TO",
        "DEPENDS_ON",
        "MEASURED_BY",
        "INFLUENCES",
        "EVIDENCE_FOR",
    ];
    private static readonly string[] Roll = ["PART_OF", "CONTRIBUTES_TO"];

    public static int Run(string size, string folder)
    {
        var results = new Results("orrery", size);
        var harness = new HarnessGraph(folder);
        var snapshot = Load(harness, results);
        Save(snapshot, results, Path.Combine(folder, "orrery.snapshot"));
        Questions(results, harness, snapshot);
        return 0;
    }

    /// <summary>The questions alone, out of the snapshot file that <see cref="Run"/> left.</summary>
    public static int Ask(string size, string folder)
    {
        using var stream = new FileStream(
            Path.Combine(folder, "orrery.snapshot"),
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            0
        );
        Questions(new("orrery", size), new(folder), GraphSnapshot.Load(stream, personal => personal));
        return 0;
    }

    private static void Questions(Results results, HarnessGraph harness, GraphSnapshot snapshot)
    {
        var masked = Mask.Hiding(snapshot, [Id.Named("nobody")]);
        var now = snapshot.Read(HarnessGraph.Now, HarnessGraph.Now, masked);
        // The peers are native code; ours is compiled while it runs. Three rounds that are not written down let it settle, and earn the indexes by use.
        for (var round = 0; round < 3; round++)
            Questions(new("warming up", "-", Path.GetTempFileName()), harness, now, "");
        Questions(results, harness, now, "");
        var hiding = Mask.Hiding(snapshot, Hidden(harness));
        Questions(results, harness, snapshot.Read(HarnessGraph.Now, HarnessGraph.Now, hiding), "@masked ");
        Questions(results, harness, snapshot.Read(Instant.FromUtc(2024, 1, 1, 0, 0), HarnessGraph.Now, masked), "@past ");
        AsOf(results, harness, snapshot, masked);
        ChangesBench.Run(results, harness, snapshot, masked);
        var earlier = snapshot.AsKnownAt(new Revision(snapshot.At.Value * 9 / 10));
        var began = Stopwatch.GetTimestamp();
        var then = earlier.Read(HarnessGraph.Now, HarnessGraph.Now, masked);
        Ask(then, harness.Numbers("Points")[0]);
        results.Put("as known then, first", Stopwatch.GetElapsedTime(began).TotalMicroseconds, 1, null, 0, null);
        Questions(new("warming up", "-", Path.GetTempFileName()), harness, then, "");
        Questions(results, harness, then, "@known ");
    }

    // One entity in twenty, but none that is asked about: what changes is what they find.
    private static IEnumerable<Id> Hidden(HarnessGraph harness)
    {
        HashSet<int> asked = [.. harness.Numbers("Points"), .. harness.Numbers("Starts"), .. harness.Numbers("Objectives")];
        return Enumerable
            .Range(0, harness.EntityCount)
            .Where(number => number % 20 == 7 && !asked.Contains(number))
            .Select(HarnessGraph.EntityId);
    }

    private static GraphSnapshot Load(HarnessGraph harness, Results results)
    {
        var snapshot = GraphSnapshot.Empty();
        var (events, applying) = (0, TimeSpan.Zero);
        foreach (var change in harness.Changes())
        {
            var began = Stopwatch.GetTimestamp();
            snapshot = snapshot.Apply(change);
            applying += Stopwatch.GetElapsedTime(began);
            events += change.Events.Length;
        }

        results.Put("apply", applying.TotalMicroseconds, events, null, 0, $"{events / applying.TotalSeconds:F0} events/s");
        var freezing = Stopwatch.GetTimestamp();
        snapshot.Freeze()();
        results.Put("freeze", Stopwatch.GetElapsedTime(freezing).TotalMicroseconds, 1, null, 0, null);
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        results.Put(
            "memory",
            Environment.WorkingSet / 1e6,
            1,
            null,
            GC.GetTotalMemory(true) / 1e6,
            "MB resident; p99 column: MB managed"
        );
        return snapshot;
    }

    private static void Questions(Results results, HarnessGraph harness, Reading reading, string moment)
    {
        var names = harness.TypeNames;
        var (up, roll) = (Up.Select(Named).ToArray(), Roll.Select(Named).ToArray());
        string Named(string suffix) => names.Single(name => name.EndsWith(suffix, StringComparison.Ordinal));

        var points = harness.Numbers("Points");
        results.Each($"{moment}Q1.point+neighbours", points.Length, 5, i => Ask(reading, points[i]), points.Length);
        var starts = harness.Numbers("Starts").Select(start => reading.Find(HarnessGraph.EntityId(start))).ToArray();
        for (var hops = 1; hops <= 6; hops++)
            results.Each(
                $"{moment}Q2.k{hops}",
                starts.Length,
                20,
                i => starts[i] is { } start ? reading.Walk([start], up, Direction.In, hops).Count : 0,
                1_000
            );
        var objectives = harness
            .Numbers("Objectives")
            .Select(objective => reading.Find(HarnessGraph.EntityId(objective)))
            .ToArray();
        results.Each(
            $"{moment}Q3.rollup",
            objectives.Length,
            20,
            i =>
                objectives[i] is { } objective
                    ? (long)reading.Walk([objective], roll, Direction.In, int.MaxValue).Sum("work", "amount")
                    : 0,
            objectives.Length
        );
    }

    // An entity at the date of an event: its fields, and how many relations leave it.
    private static void AsOf(Results results, HarnessGraph harness, GraphSnapshot snapshot, Mask mask)
    {
        var (entities, sequences) = (harness.Numbers("AsOfEntity"), harness.Numbers("AsOfSeq"));
        var dates = sequences
            .Select(sequence =>
                snapshot.CauseOf(new((sequence + HarnessGraph.EventsPerChange - 1) / HarnessGraph.EventsPerChange)).Recorded
            )
            .ToArray();
        results.Each(
            "Q6.asof",
            entities.Length,
            5,
            i =>
            {
                if (snapshot.Read(dates[i], HarnessGraph.Now, mask).Find(HarnessGraph.EntityId(entities[i])) is not { } entity)
                    return 0;
                return entity.Values.Length + entity.Relations(Direction.Out).Count();
            },
            1_000
        );
    }

    private static long Ask(Reading reading, int number)
    {
        if (reading.Find(HarnessGraph.EntityId(number)) is not { } entity)
            return 0;
        var seen = entity.Title.Length + entity.Kind.Length + (entity["amount"] is Value.Integer ? 1 : 0);
        var neighbours = 0;
        foreach (var relation in entity.Relations(Direction.Out))
        {
            var there = relation.To!;
            seen += relation.Type.Length + there.Title.Length + there.Kind.Length;
            neighbours++;
        }

        foreach (var relation in entity.Relations(Direction.In))
        {
            var there = relation.From!;
            seen += relation.Type.Length + there.Title.Length + there.Kind.Length;
            neighbours++;
        }

        return seen < 0 ? -1 : neighbours;
    }

    private static void Save(GraphSnapshot snapshot, Results results, string file)
    {
        var began = Stopwatch.GetTimestamp();
        using (var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
            snapshot.Save(stream);
        results.Put(
            "snapshot save",
            Stopwatch.GetElapsedTime(began).TotalMicroseconds,
            1,
            null,
            0,
            $"{new FileInfo(file).Length / 1e6:F0} MB"
        );
    }
}
