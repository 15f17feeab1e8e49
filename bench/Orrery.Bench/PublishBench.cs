using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>
/// Deciding, applying and publishing one-event change sets, beside the same into a graph of a thousand entities (what size costs) and beside applying
/// what was decided already (what judging and showing add to the bare structure).
/// </summary>
internal static class PublishBench
{
    private const int Rounds = 6;
    private const int Changes = 50_000;
    private const int Entities = 100_000;
    private const int Few = 1_000;

    private static GraphSnapshot? _published;

    /// <summary>Alone, on the journal that bulk wrote.</summary>
    public static async Task<int> RunAsync(string size, string folder)
    {
        GraphSnapshot snapshot;
        await using (var workspace = await BulkBench.OpenAsync(Path.Combine(folder, "journal.db")))
        {
            while (workspace.Current.Unfrozen > workspace.Current.Frozen / 8)
                await Task.Delay(100);
            snapshot = workspace.Current;
        }

        Run(new("orrery", size), snapshot, size);
        return 0;
    }

    public static void Run(Results results, GraphSnapshot snapshot, string size)
    {
        List<double> bare = [],
            whole = [],
            small = [];
        var bytes = 0L;
        var few = CreateFew();
        for (var round = 0; round < Rounds; round++)
        {
            (few, var took, _) = Whole(few, round, Few);
            small.Add(took);
            (snapshot, took) = Bare(snapshot, round);
            bare.Add(took);
            (snapshot, took, var made) = Whole(snapshot, round, Entities);
            whole.Add(took);
            bytes += made;
        }

        var (apply, all, least) = (Median(bare), Median(whole), Median(small));
        results.Put(
            $"decide, apply and publish on {size}, beside the same on {Few:N0} entities",
            all,
            Changes,
            null,
            least,
            $"x{all / least:F2} of {least:F2} us (medians of {Rounds - 1} rounds)"
        );
        results.Put(
            $"decide, apply and publish on {size}, beside apply alone",
            all,
            Changes,
            null,
            apply,
            $"x{all / apply:F2} of {apply:F2} us (medians of {Rounds - 1} rounds), {bytes / Rounds / Changes} bytes a change for the collector"
        );
    }

    // The first round compiles.
    private static double Median(List<double> rounds) => rounds.Skip(1).Order().ElementAt((rounds.Count - 1) / 2);

    private static GraphSnapshot CreateFew()
    {
        var snapshot = GraphSnapshot.Empty(personal => personal);
        foreach (var entity in Enumerable.Range(0, Few))
            snapshot = Publish(snapshot, CommitBench.Create(entity), HarnessGraph.Now);
        return snapshot;
    }

    private static GraphSnapshot Publish(GraphSnapshot snapshot, Proposal proposal, Instant recorded)
    {
        var decision = (Decision.Accepted)GraphRules.Decide(snapshot, proposal.Commands, Mask.Nothing);
        snapshot = snapshot.Apply(new(snapshot.At.Next, recorded, proposal.Cause, decision.Events));
        Volatile.Write(ref _published, snapshot);
        return snapshot;
    }

    private static (GraphSnapshot, double) Bare(GraphSnapshot snapshot, int round)
    {
        var at = snapshot.At.Value;
        var changes = new ChangeSet[Changes];
        for (var i = 0; i < Changes; i++)
        {
            var set = (GraphCommand.SetField)CommitBench.Set(EntityOf(i, round, Entities), i + (Changes * round)).Commands[0];
            ImmutableArray<GraphEvent> events = [new GraphEvent.FieldSet(set.Subject, set.Field, set.Value, set.During)];
            changes[i] = new(new(at + 1 + i), snapshot.Recorded, CommitBench.Cause, events);
        }

        var began = Stopwatch.GetTimestamp();
        foreach (var change in changes)
            snapshot = snapshot.Apply(change);
        return (snapshot, Stopwatch.GetElapsedTime(began).TotalMicroseconds / Changes);
    }

    private static (GraphSnapshot, double, long) Whole(GraphSnapshot snapshot, int round, int entities)
    {
        var proposals = Enumerable.Range(0, Changes).Select(i => CommitBench.Set(EntityOf(i, round, entities), -1 - i)).ToArray();
        var recorded = snapshot.Recorded;
        var made = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        foreach (var proposal in proposals)
            snapshot = Publish(snapshot, proposal, recorded);
        var took = Stopwatch.GetElapsedTime(began).TotalMicroseconds / Changes;
        return (snapshot, took, GC.GetAllocatedBytesForCurrentThread() - made);
    }

    // Spread over many entities, so that memory is asked as a real writer asks it.
    private static int EntityOf(int i, int round, int entities) =>
        (int)((((uint)i * 7_919u) + ((uint)round * 104_729u)) % (uint)entities);
}
