using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Lays out new facts and relations for reading, in the background, once enough of them wait.</summary>
/// <param name="wake">Gives the writer a turn, so that a layout is put in place also when nobody writes.</param>
internal sealed class Freezer(Action wake)
{
    private const int Fewest = 2_048;

    // A bulk load moves each row about 1.3 times; doubling would move it twice.
    private const int WhileBusy = 3;

    private Task<Action>? _freezing;

    /// <summary>Between two groups: puts a finished layout in place.</summary>
    public void InstallIfReady()
    {
        if (_freezing is not { IsCompletedSuccessfully: true } ready)
            return;
        ready.Result();
        _freezing = null;
    }

    /// <summary>Begins when an eighth as much waits as is laid out; while writers queue (a bulk load), only when several times as much waits: each row is moved a bounded number of times.</summary>
    public void StartIfWorthwhile(GraphSnapshot snapshot, bool isBusy)
    {
        if (
            _freezing is { IsCompleted: false }
            || snapshot.Unfrozen < Math.Max(Fewest, isBusy ? snapshot.Frozen * (long)WhileBusy : snapshot.Frozen / 8)
        )
            return;
        // Seconds on a large graph: a thread of its own, so that requests do not wait for one.
        _freezing = Task.Factory.StartNew(
            snapshot.Freeze,
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        _ = _freezing.ContinueWith(
            _ => wake(),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default
        );
    }
}
