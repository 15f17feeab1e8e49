using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Orrery.Graph;

/// <summary>Reads what <see cref="ByteWriter"/> wrote.</summary>
/// <remarks>Every method throws <see cref="InvalidDataException"/> when the bytes end too early or make no sense.</remarks>
public ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Nothing is left.</summary>
    public readonly bool AtEnd => Position >= _bytes.Length;

    /// <summary>One byte.</summary>
    public byte Byte() => Raw(1)[0];

    /// <summary>Eight bytes, little-endian.</summary>
    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Raw(8));

    /// <summary>A number written by <see cref="ByteWriter.Count"/>.</summary>
    public ulong Count()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }

        throw new InvalidDataException("A number takes more than ten bytes.");
    }

    /// <summary>A count of things that follow, of which each takes at least a byte.</summary>
    public int Length()
    {
        var count = Count();
        return count <= (ulong)(_bytes.Length - Position)
            ? (int)count
            : throw new InvalidDataException($"{count} things are announced, {_bytes.Length - Position} bytes are left.");
    }

    /// <summary>A number written by <see cref="ByteWriter.Signed"/>.</summary>
    public long Signed()
    {
        var folded = Count();
        return (long)(folded >> 1) ^ -(long)(folded & 1);
    }

    /// <summary>UTF-8 after its length.</summary>
    public string Text()
    {
        var text = Bytes();
        return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw new InvalidDataException("A text is not UTF-8.");
    }

    /// <summary>Bytes after their count.</summary>
    public ReadOnlySpan<byte> Bytes() => Raw(Length());

    /// <summary>Sixteen bytes.</summary>
    public Id Id() => new(new Guid(Raw(16), bigEndian: true));

    /// <summary>That many bytes as they are.</summary>
    public ReadOnlySpan<byte> Raw(int count)
    {
        if (count < 0 || count > _bytes.Length - Position)
            throw new InvalidDataException($"{count} bytes are wanted, {_bytes.Length - Position} are left.");
        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
