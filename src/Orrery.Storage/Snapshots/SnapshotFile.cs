using Microsoft.Win32.SafeHandles;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>A snapshot on disk: a shortcut past replaying the journal, never the truth. Whatever does not match is left aside, and the journal replayed.</summary>
public sealed class SnapshotFile : IDisposable
{
    private readonly SnapshotHeader _header;

    private SnapshotFile(SafeFileHandle handle, SnapshotHeader header) => (Handle, _header) = (handle, header);

    /// <summary>The open file; the payload begins at <see cref="PayloadStart"/>.</summary>
    public SafeFileHandle Handle { get; }

    /// <summary>What it is of.</summary>
    public SnapshotStamp Stamp => _header.Stamp;

    /// <summary>The first byte of the payload, aligned to a page.</summary>
    public static long PayloadStart => SnapshotHeader.Room;

    /// <summary>Bytes of payload.</summary>
    public long PayloadLength => _header.PayloadLength;

    /// <summary>Writes a snapshot in the place of the one before: the file is there whole and flushed, or the old one still is.</summary>
    /// <param name="path">Where; <see cref="WorkspaceFolder.Snapshot"/>.</param>
    /// <param name="stamp">What it is of.</param>
    /// <param name="write">Writes the payload, front to back.</param>
    /// <exception cref="FaultException">The disk is full or broken; the file before it stays.</exception>
    public static void Write(string path, SnapshotStamp stamp, Action<Stream> write)
    {
        var draft = path + ".tmp";
        try
        {
            using (var file = PrivateFiles.Create(draft))
            {
                file.Position = PayloadStart;
                using var payload = new ChecksumStream(new PacedStream(file));
                write(payload);
                payload.Flush();
                RandomAccess.Write(file.SafeFileHandle, new SnapshotHeader(stamp, payload.Length, payload.Finish()).ToBytes(), 0);
                file.Flush(flushToDisk: true);
            }

            PrivateFiles.Replace(draft, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new FaultException(Fault.OfFile(e, path));
        }
    }

    /// <summary>Opens the snapshot of a branch, if it is one of this journal in this layout.</summary>
    /// <param name="path">Where; <see cref="WorkspaceFolder.Snapshot"/>.</param>
    /// <param name="layout">The payload version the caller reads.</param>
    /// <param name="workspace">Whose.</param>
    /// <param name="branch">Which branch.</param>
    /// <param name="journal">The journal it must be a prefix of.</param>
    /// <returns>Null when there is none that matches: replay the journal. Cost: one page read; the payload is not read, see <see cref="IsWhole"/>.</returns>
    public static SnapshotFile? Find(string path, int layout, WorkspaceName workspace, BranchId branch, IJournal journal)
    {
        if (!File.Exists(path))
            return null;
        SafeFileHandle? handle = null;
        try
        {
            handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
            if (HeaderOf(handle) is { } header && Matches(header.Stamp, layout, workspace, branch, journal))
                return new(handle, header);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Unreadable is as good as absent: the journal holds everything.
        }

        handle?.Dispose();
        return null;
    }

    /// <summary>The payload as a stream that goes through the file once.</summary>
    public Stream OpenPayload() => new FileStream(Handle, FileAccess.Read, bufferSize: 0) { Position = PayloadStart };

    /// <summary>Reads the payload and compares its checksum. May run beside its use, on another thread: reads by position.</summary>
    public bool IsWhole(CancellationToken cancel)
    {
        var checksum = new LaneChecksum();
        var buffer = new byte[1 << 20];
        var end = PayloadStart + PayloadLength;
        for (var at = PayloadStart; at < end; )
        {
            cancel.ThrowIfCancellationRequested();
            var count = RandomAccess.Read(Handle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - at)), at);
            if (count == 0)
                return false;
            checksum.Append(buffer.AsSpan(0, count));
            at += count;
        }

        return checksum.Finish().AsSpan().SequenceEqual(_header.PayloadChecksum);
    }

    /// <inheritdoc/>
    public void Dispose() => Handle.Dispose();

    private static SnapshotHeader? HeaderOf(SafeFileHandle handle)
    {
        var page = new byte[SnapshotHeader.Room];
        return
            RandomAccess.Read(handle, page, 0) == page.Length
            && SnapshotHeader.Find(page) is { } header
            && RandomAccess.GetLength(handle) == SnapshotHeader.Room + header.PayloadLength
            ? header
            : null;
    }

    private static bool Matches(SnapshotStamp stamp, int layout, WorkspaceName workspace, BranchId branch, IJournal journal) =>
        stamp.Layout == layout
        && stamp.Workspace == workspace
        && stamp.Branch == branch
        && stamp.Revision <= journal.Head(branch)
        && !stamp.Chain.IsEmpty
        && stamp.Chain.Span.SequenceEqual(journal.ChainAt(branch, stamp.Revision).Span);
}
