using System.Security.Cryptography;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>An open workspace together with its files: journal, keys, snapshots.</summary>
internal sealed class OpenWorkspace : IAsyncDisposable
{
    private readonly IKeyRing _keys;
    private readonly SnapshotKeeper _snapshots;

    private OpenWorkspace(Workspace workspace, IKeyRing keys, SnapshotKeeper snapshots)
    {
        (Workspace, _keys, _snapshots) = (workspace, keys, snapshots);
    }

    public Workspace Workspace { get; }

    public static async Task<OpenWorkspace> OpenAsync(WorkspaceFolder files, TimeProvider clock, CancellationToken cancel)
    {
        var keys = SqliteKeys.Open(files.Keys, RandomNumberGenerator.Fill);
        SqliteJournal? journal = null;
        try
        {
            journal = SqliteJournal.Open(files.Journal, keys.Open);
            var start = SnapshotKeeper.FindStart(files, journal, keys) ?? GraphSnapshot.Empty(keys.Open);
            var from = start.At;
            var workspace = await Workspace.OpenAsync(files.Name.Text, journal, new(keys.Seal, keys.Open), start, clock, cancel);
            return new(workspace, keys, new(files, workspace, journal, from));
        }
        catch
        {
            if (journal is not null)
                await journal.DisposeAsync();
            keys.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _snapshots.DisposeAsync();
        await Workspace.DisposeAsync();
        _keys.Dispose();
    }
}
