using System.Buffers;
using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>A workspace as JSON lines, one a change set: nothing is lost, and a workspace made of them is the same again.</summary>
public static class JournalLines
{
    private const int GroupSize = 1_024;
    private const int LargestGroupInEvents = 100_000;

    /// <summary>Writes every change set up to now, then the files that are attached.</summary>
    /// <param name="workspace">Of what.</param>
    /// <param name="to">Where; not flushed.</param>
    /// <param name="wrote">Told the revision after each.</param>
    /// <param name="cancel">Ends it between two lines.</param>
    /// <returns>The last revision written.</returns>
    /// <remarks>May run beside writers: what they add meanwhile is left out. Personal values are written sealed.</remarks>
    public static async Task<Revision> WriteAsync(
        Workspace workspace,
        Stream to,
        Action<Revision> wrote,
        CancellationToken cancel
    )
    {
        var upTo = workspace.Current.At;
        var buffer = new ArrayBufferWriter<byte>();
        await foreach (var change in workspace.HistoryAsync(Revision.Start, upTo, cancel))
        {
            buffer.ResetWrittenCount();
            ChangeSetJson.WriteLine(buffer, change);
            await to.WriteAsync(buffer.WrittenMemory, cancel);
            wrote(change.Revision);
        }

        foreach (var hash in workspace.Files.All)
        {
            if (workspace.Files.Find(hash) is not { } content)
                continue;
            buffer.ResetWrittenCount();
            AttachmentLine.Write(buffer, hash, content);
            await to.WriteAsync(buffer.WrittenMemory, cancel);
        }

        return upTo;
    }

    /// <summary>Makes a workspace of lines that <see cref="WriteAsync"/> wrote. It is there whole or not at all.</summary>
    /// <param name="workspaces">Where.</param>
    /// <param name="name">What it is to be called.</param>
    /// <param name="from">The lines.</param>
    /// <param name="keys">A file with the keys of its personal values, or null: they stay sealed.</param>
    /// <param name="read">Told the revision after each group.</param>
    /// <param name="cancel">Ends it; nothing is left behind.</param>
    /// <exception cref="FaultException"><c>export.line</c>: a line is wrong; or the name is taken.</exception>
    public static Task<Workspace> RestoreAsync(
        Workspaces workspaces,
        string name,
        Stream from,
        string? keys,
        Action<Revision> read,
        CancellationToken cancel
    ) =>
        workspaces.BuildAsync(
            name,
            async files =>
            {
                if (keys is not null)
                    File.Copy(keys, files.Keys);
                await using var journal = SqliteJournal.Open(files.Journal, open: null);
                await AppendAsync(
                    journal,
                    ChangeSetJson.ReadAsync(from, new FolderAttachments(files.Attachments), cancel),
                    read,
                    cancel
                );
            },
            cancel
        );

    private static async Task AppendAsync(
        SqliteJournal journal,
        IAsyncEnumerable<ChangeSet> changes,
        Action<Revision> read,
        CancellationToken cancel
    )
    {
        var group = ImmutableArray.CreateBuilder<ChangeSet>();
        var events = 0;
        await foreach (var change in changes.WithCancellation(cancel))
        {
            group.Add(change);
            events += change.Events.Length;
            if (group.Count < GroupSize && events < LargestGroupInEvents)
                continue;
            await FlushAsync();
            events = 0;
        }

        if (group.Count > 0)
            await FlushAsync();

        async Task FlushAsync() =>
            read(await journal.AppendAsync(BranchId.Main, new(group[0].Revision.Value - 1), group.DrainToImmutable(), cancel));
    }
}
