using System.Globalization;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>Servers that are written to from all sides are killed with -9, again and again: what was acknowledged is there.</summary>
public sealed class CrashTests
{
    private const int RoundsPerFolder = 100;
    private const int MostBeforeTheKill = 300;

    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    // ORRERY_CRASH_ROUNDS asks for another number.
    private static int Rounds =>
        Environment.GetEnvironmentVariable("ORRERY_CRASH_ROUNDS") is { } rounds ? int.Parse(rounds, CultureInfo.InvariantCulture)
        : Environment.GetEnvironmentVariable("ORRERY_LONG") == "1" ? 2_000
        : 200;

    [Fact]
    public async Task A_server_killed_under_load_leaves_every_acknowledged_change_once_and_whole()
    {
        var seed = Environment.TickCount;
        var folders = (Rounds + RoundsPerFolder - 1) / RoundsPerFolder;
        var tallies = new Tally[folders];
        // Two at a time: while the journal of one is proved, the server of the other starts.
        await Parallel.ForAsync(
            0,
            folders,
            new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = _cancel },
            async (folder, _) =>
            {
                var rounds = Math.Min(RoundsPerFolder, Rounds - folder * RoundsPerFolder);
                tallies[folder] = await RunInOneFolderAsync(rounds, new(seed + folder));
            }
        );
        Log(seed, tallies);
    }

    private async Task<Tally> RunInOneFolderAsync(int rounds, Random random)
    {
        using var folder = new TempFolder();
        await using (var made = new Workspaces(DataFolder.Open(folder.Path), TimeProvider.System))
            await made.CreateAsync(new("load", null, IsEnforced: false, []), _cancel);
        List<Acknowledged> heard = [];
        var at = new Revision(1);
        for (var round = 0; round < rounds; round++)
        {
            var later = TimeSpan.FromMilliseconds(random.Next(10));
            var now = await KilledServer.WriteUntilKilledAsync(
                folder.Path,
                $"r{round}",
                random.Next(1, MostBeforeTheKill),
                later
            );
            heard.AddRange(now);
            at = await ProveAsync(folder.Path, round == rounds - 1 ? heard : now, at);
        }

        return new(rounds, heard.Count, at.Value - 1);
    }

    private async Task<Revision> ProveAsync(string data, IEnumerable<Acknowledged> heard, Revision before)
    {
        var folder = DataFolder.Open(data);
        using var held = FolderLock.Take(folder, new(Environment.ProcessId, null, null));
        await using var workspaces = new Workspaces(folder, TimeProvider.System);
        var workspace = await workspaces.GetAsync("load", _cancel);
        var reading = workspace.Read(new("Tester"), When.Now);
        foreach (var change in heard)
            AssertThere(reading, change);
        await AssertOnceAndWholeAsync(workspace, before);
        var proof = await workspaces.VerifyAsync("load", _ => { }, _cancel);
        Assert.Empty(proof.Faults);
        return workspace.Current.At;
    }

    private static void AssertThere(Reading reading, Acknowledged change)
    {
        var entity = reading.Find(EntityRef.Of("probe", change.Key));
        Assert.True(entity is not null, $"{change.Key} was acknowledged at r{change.Revision} and is gone.");
        Assert.Equal(change.Revision, entity.Since);
    }

    // Also those that were written but not heard of any more.
    private async Task AssertOnceAndWholeAsync(Workspace workspace, Revision before)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        await foreach (var change in workspace.HistoryAsync(before, workspace.Current.At, _cancel))
        {
            var created = Assert.Single(change.Events.OfType<GraphEvent.EntityCreated>());
            Assert.True(seen.Add(created.Ref!.Key), $"{created.Ref} was written twice.");
            var isFirst = created.Ref.Key.EndsWith("-0", StringComparison.Ordinal);
            Assert.Equal(isFirst ? 0 : 1, change.Events.OfType<GraphEvent.RelationCreated>().Count());
            var values = change.Events.OfType<GraphEvent.FieldSet>().Select(set => set.Value).ToArray();
            Assert.Equal(2, values.Length);
            Assert.Equal(values[0], values[1]);
        }
    }

    private static void Log(int seed, Tally[] tallies)
    {
        var line =
            $"{tallies.Sum(t => t.Rounds)} servers killed, {tallies.Sum(t => t.Heard)} changes acknowledged, "
            + $"{tallies.Sum(t => t.Written)} written, each acknowledged one there once and whole, seed {seed}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        Figures.Log("crash", line);
    }

    private sealed record Tally(int Rounds, int Heard, long Written);
}
