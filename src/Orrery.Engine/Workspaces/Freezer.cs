using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Lays out new facts and relations for reading, in the background, once enough of them wait.</summary>
/// <param name="wake">Gives the writer a turn, so that a layout is put in place, and the next one begun, also when nobody writes.</param>
internal sealed class Freezer(Action wake)
{
    private const int Fewest = 2_048;

    // So many times as long as a layout took it rests: a bulk load leaves the processors to whoever loads.
    private const int RestFor = 8;

    // So many times as much as is laid out does not wait for the rest to end.
    private const int Urgent = 3;

    private Task<Layout>? _freezing;
    private Task _resting = Task.CompletedTask;

    /// <summary>Between two groups: puts a finished layout in place. One that failed is tried again.</summary>
    public void InstallIfReady()
    {
        if (_freezing is not { IsCompleted: true } ended)
            return;
        _freezing = null;
        if (!ended.IsCompletedSuccessfully)
            return;
        ended.Result.Install();
        _resting = Task.Delay(ended.Result.Took * RestFor);
        WakeAfter(_resting);
    }

    /// <summary>Begins when an eighth as much waits as is laid out and the last layout was long enough ago.</summary>
    public void StartIfWorthwhile(GraphSnapshot snapshot)
    {
        var (waits, there) = (snapshot.Unfrozen, (long)snapshot.Frozen);
        // A layout that ended meanwhile is put in place first, or it would have been made for nothing.
        if (_freezing is not null || waits < Math.Max(Fewest, there / 8) || (!_resting.IsCompleted && waits < there * Urgent))
            return;
        // Seconds on a large graph: a thread of its own, so that requests do not wait for one.
        _freezing = Task.Factory.StartNew(
            () => Layout.Of(snapshot),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        WakeAfter(_freezing);
    }

    private void WakeAfter(Task task) =>
        _ = task.ContinueWith(
            _ => wake(),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );

    private sealed record Layout(Action Install, TimeSpan Took)
    {
        public static Layout Of(GraphSnapshot snapshot)
        {
            var began = Stopwatch.GetTimestamp();
            return new(snapshot.Freeze(), Stopwatch.GetElapsedTime(began));
        }
    }
}
