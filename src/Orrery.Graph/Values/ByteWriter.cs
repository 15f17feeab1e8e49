using System.Buffers.Binary;
using System.Text;

namespace Orrery.Graph;

/// <summary>A growing run of bytes: little-endian, variable-length integers (LEB128), length-prefixed UTF-8.</summary>
public sealed class ByteWriter
{
    private byte[] _bytes;

    /// <summary>Starts empty.</summary>
    /// <param name="capacity">Room to begin with, in bytes.</param>
    public ByteWriter(int capacity) => _bytes = new byte[capacity];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets everything but the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>One byte.</summary>
    public void Byte(byte value) => Room(1)[0] = value;

    /// <summary>Eight bytes, little-endian.</summary>
    public void Long(long value) => BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);

    /// <summary>A small non-negative number in as few bytes as it takes.</summary>
    public void Count(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    /// <summary>A small number of either sign (zigzag).</summary>
    public void Signed(long value) => Count((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>UTF-8 after its length in bytes.</summary>
    public void Text(string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        Count((ulong)count);
        Encoding.UTF8.GetBytes(text, Room(count));
    }

    /// <summary>Bytes after their count.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Count((ulong)bytes.Length);
        Raw(bytes);
    }

    /// <summary>Bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>Sixteen bytes, big-endian as UUIDs are written.</summary>
    public void Id(Id id) => id.Value.TryWriteBytes(Room(16), bigEndian: true, out _);

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
