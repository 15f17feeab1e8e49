using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The first bytes of a snapshot file: mark, format, stamp, the payload's length and checksum, and a checksum of all that.</summary>
internal sealed record SnapshotHeader(SnapshotStamp Stamp, long PayloadLength, byte[] PayloadChecksum)
{
    /// <summary>Room for the header; the payload follows, aligned to a page.</summary>
    public const int Room = 4096;

    private const byte Format = 1;

    private static ReadOnlySpan<byte> Mark => "ORRSNAP\n"u8;

    public byte[] ToBytes()
    {
        var writer = new ByteWriter(512);
        writer.Raw(Mark);
        writer.Byte(Format);
        writer.Count((ulong)Stamp.Layout);
        writer.Text(Stamp.Workspace.Text);
        writer.Text(Stamp.Branch.Name);
        writer.Count((ulong)Stamp.Revision.Value);
        writer.Bytes(Stamp.Chain.Span);
        writer.Count((ulong)PayloadLength);
        writer.Bytes(PayloadChecksum);
        writer.Long(SegmentCodec.Checksum(writer.Written));
        var page = new byte[Room];
        writer.Written.CopyTo(page);
        return page;
    }

    /// <summary>Reads a header; null when it is none, or not of this format.</summary>
    public static SnapshotHeader? Find(ReadOnlySpan<byte> page)
    {
        try
        {
            var reader = new ByteReader(page);
            if (!reader.Raw(Mark.Length).SequenceEqual(Mark) || reader.Byte() != Format)
                return null;
            var layout = checked((int)reader.Count());
            var workspace = WorkspaceName.TryParse(reader.Text(), out var name) ? name : null;
            var stamp = new SnapshotStamp(
                layout,
                workspace ?? throw new InvalidDataException("No workspace has that name."),
                new BranchId(reader.Text()),
                new Revision(checked((long)reader.Count())),
                reader.Bytes().ToArray()
            );
            var header = new SnapshotHeader(stamp, checked((long)reader.Count()), reader.Bytes().ToArray());
            var checksum = SegmentCodec.Checksum(page[..reader.Position]);
            return reader.Long() == checksum ? header : null;
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            return null;
        }
    }
}
