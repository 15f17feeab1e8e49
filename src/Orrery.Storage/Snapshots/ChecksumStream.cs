namespace Orrery.Storage;

/// <summary>Passes bytes on and sums them up on the way.</summary>
internal sealed class ChecksumStream(Stream inner) : Stream
{
    // Whoever sums up longer than that holds up a collection, and others who wait for a processor.
    private const int AtOnce = 1 << 18;

    private readonly LaneChecksum _checksum = new();
    private long _length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    public byte[] Finish() => _checksum.Finish();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (; !buffer.IsEmpty; buffer = buffer[Math.Min(AtOnce, buffer.Length)..])
        {
            var some = buffer[..Math.Min(AtOnce, buffer.Length)];
            _checksum.Append(some);
            _length += some.Length;
            inner.Write(some);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
