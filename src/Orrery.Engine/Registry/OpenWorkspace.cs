using System.Security.Cryptography;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>An open workspace together with its files: journal, keys, snapshots.</summary>
internal sealed class OpenWorkspace : IAsyncDisposable
{
    private readonly IKeyRing _keys;
    private readonly SnapshotKeeper _snapshots;

    private OpenWorkspace(WorkspaceFolder files, Workspace workspace, IJournal journal, IKeyRing keys, SnapshotKeeper snapshots)
    {
        (Files, Workspace, Journal, _keys, _snapshots) = (files, workspace, journal, keys, snapshots);
    }

    public WorkspaceFolder Files { get; }

    public Workspace Workspace { get; }

    public IJournal Journal { get; }

    public static async Task<OpenWorkspace> OpenAsync(WorkspaceFolder files, TimeProvider clock, CancellationToken cancel)
    {
        var keys = SqliteKeys.Open(files.Keys, RandomNumberGenerator.Fill);
        SqliteJournal? journal = null;
        try
        {
            journal = SqliteJournal.Open(files.Journal, keys.Open);
            var start = SnapshotKeeper.FindStart(files, journal, keys) ?? GraphSnapshot.Empty(keys.Open);
            var from = start.At;
            var workspace = await Workspace.OpenAsync(
                files.Name.Text,
                journal,
                new(keys.Seal, keys.Open),
                new FolderAttachments(files.Attachments),
                start,
                clock,
                cancel
            );
            return new(files, workspace, journal, keys, new(files, workspace, journal, from));
        }
        catch
        {
            if (journal is not null)
                await journal.DisposeAsync();
            keys.Dispose();
            throw;
        }
    }

    /// <summary>Destroys the key of a subject and of its relations that hold personal values, then records that. Cut off between the two, it is done again whole.</summary>
    public async Task<Outcome> EraseAsync(Id subject, Cause cause, CancellationToken cancel)
    {
        if (Workspace.Current.Read(Workspace.Now, Workspace.Now, Mask.Nothing).FindAnyTime(subject) is null)
            return new Outcome.Refused(Fault.NotFound(subject.ToString()));
        foreach (var related in Workspace.Current.PersonalRelationsOf(subject))
            _keys.Destroy(related);
        _keys.Destroy(subject);
        return await Workspace.ExecuteAsync(new([new GraphCommand.NoteErasure(subject)], cause), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _snapshots.DisposeAsync();
        await Workspace.DisposeAsync();
        _keys.Dispose();
    }
}
