using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Lays out new facts and relations for reading, in the background, once enough of them wait.</summary>
internal sealed class Freezer
{
    private const int Fewest = 2_048;

    private Task<Action>? _freezing;
    private int _frozen;

    /// <summary>Between two groups: puts a finished layout in place.</summary>
    public void InstallIfReady()
    {
        if (_freezing is not { IsCompletedSuccessfully: true } ready)
            return;
        ready.Result();
        _freezing = null;
    }

    /// <summary>Begins when an eighth as much waits as is laid out: each row is moved a bounded number of times.</summary>
    public void StartIfWorthwhile(GraphSnapshot snapshot)
    {
        if (_freezing is { IsCompleted: false } || snapshot.Unfrozen < Math.Max(Fewest, _frozen / 8))
            return;
        _frozen += snapshot.Unfrozen;
        _freezing = Task.Run(snapshot.Freeze);
    }
}
