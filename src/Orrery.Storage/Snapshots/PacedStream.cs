namespace Orrery.Storage;

/// <summary>
/// Writes a large file in small pieces and flushes it as it grows. Flushed at its end alone, all of it would have to reach the disk before the next flush
/// of any other file is done, the journal's among them ("commits" in bench/).
/// </summary>
internal sealed class PacedStream(FileStream file) : Stream
{
    private const int Piece = 1 << 18;
    private const int FlushedAfter = 1 << 20;

    private long _unflushed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var piece = buffer[..Math.Min(Piece, buffer.Length)];
            file.Write(piece);
            _unflushed += piece.Length;
            if (_unflushed >= FlushedAfter)
                Flush();
            buffer = buffer[piece.Length..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        file.Flush(flushToDisk: true);
        _unflushed = 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
