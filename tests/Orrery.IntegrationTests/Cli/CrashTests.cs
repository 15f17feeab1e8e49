using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>Processes that write under load are killed with -9, again and again: what was acknowledged is there.</summary>
public sealed class CrashTests
{
    private const int RoundsPerFolder = 10;
    private const int MostBeforeTheKill = 400;

    private static bool IsLong => Environment.GetEnvironmentVariable("ORRERY_LONG") == "1";

    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    [Fact]
    public Task A_killed_command_leaves_every_acknowledged_change_once_and_whole() =>
        RunAsync(IsLong ? 1_800 : 180, Acknowledged.FromKilledCommandAsync);

    [Fact]
    public Task A_killed_server_leaves_every_acknowledged_change_once_and_whole() =>
        RunAsync(IsLong ? 200 : 20, Acknowledged.FromKilledServerAsync);

    private async Task RunAsync(int rounds, Func<string, string, int, Task<List<Acknowledged>>> killed)
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"Seed {seed}");
        var random = new Random(seed);
        var changes = 0;
        for (var left = rounds; left > 0; left -= RoundsPerFolder)
            changes += await RunInOneFolderAsync(Math.Min(left, RoundsPerFolder), random, killed);
        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds, {changes} acknowledged changes, seed {seed}");
    }

    private async Task<int> RunInOneFolderAsync(
        int rounds,
        Random random,
        Func<string, string, int, Task<List<Acknowledged>>> killed
    )
    {
        using var folder = new TempFolder();
        await using (var made = new Workspaces(DataFolder.Open(folder.Path), TimeProvider.System))
            await made.CreateAsync(new("load", null, IsEnforced: false, []), _cancel);
        var (changes, proved) = (0, new Revision(1));
        for (var round = 0; round < rounds; round++)
        {
            var heard = await killed(folder.Path, $"r{round}", random.Next(1, MostBeforeTheKill));
            Assert.NotEmpty(heard);
            proved = await ProveAsync(folder.Path, heard, proved);
            changes += heard.Count;
        }

        return changes;
    }

    private async Task<Revision> ProveAsync(string data, List<Acknowledged> heard, Revision before)
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
}
