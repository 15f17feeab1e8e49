using Microsoft.Win32.SafeHandles;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>
/// Remembers the last acknowledged segment outside SQLite. SQLite takes a log that was cut or damaged for one that ends earlier, and says
/// nothing; the witness does. It is written after each flush and never flushed itself, so it may lag behind the journal but not run ahead of it.
/// </summary>
internal sealed class JournalWitness : IDisposable
{
    private const int Room = 512;

    private readonly SafeFileHandle _file;
    private readonly ByteWriter _writer = new(Room);

    private JournalWitness(SafeFileHandle file) => _file = file;

    public static string PathOf(string journal) => journal + "-witness";

    public static JournalWitness Open(string journal) =>
        new(File.OpenHandle(PathOf(journal), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite));

    public void Note(BranchId branch, JournalHead head)
    {
        _writer.Clear();
        _writer.Text(branch.Name);
        _writer.Count((ulong)head.Revision.Value);
        _writer.Raw(head.Chain);
        _writer.Long(SegmentCodec.Checksum(_writer.Written));
        RandomAccess.Write(_file, _writer.Written, 0);
    }

    /// <summary>What was acknowledged last; null when nothing was, or the witness was itself torn.</summary>
    public (BranchId Branch, JournalHead Head)? Find()
    {
        Span<byte> bytes = stackalloc byte[Room];
        var read = bytes[..RandomAccess.Read(_file, bytes, 0)];
        try
        {
            var reader = new ByteReader(read);
            var branch = new BranchId(reader.Text());
            var head = new JournalHead(
                new Revision(checked((long)reader.Count())),
                reader.Raw(SegmentCodec.ChainLength).ToArray()
            );
            var checksum = SegmentCodec.Checksum(read[..reader.Position]);
            return reader.Long() == checksum ? (branch, head) : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
