using System.Buffers.Binary;
using System.Numerics;

namespace Orrery.Storage;

/// <summary>A checksum as fast as memory: CRC-32C in three lanes, which take the words in turn so that the processor works on three at once.</summary>
/// <remarks>Sixteen bytes: the three lanes and the length modulo 2^32. Part of the snapshot format (docs/journal.md).</remarks>
internal sealed class LaneChecksum
{
    public const int Length = 16;
    private const int Block = 24;

    private readonly byte[] _rest = new byte[Block];
    private int _inRest;
    private uint _first = uint.MaxValue;
    private uint _second = uint.MaxValue;
    private uint _third = uint.MaxValue;
    private ulong _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += (ulong)bytes.Length;
        if (_inRest > 0)
        {
            var taken = Math.Min(Block - _inRest, bytes.Length);
            bytes[..taken].CopyTo(_rest.AsSpan(_inRest));
            bytes = bytes[taken..];
            _inRest += taken;
            if (_inRest < Block)
                return;
            Blocks(_rest);
            _inRest = 0;
        }

        var whole = bytes.Length - (bytes.Length % Block);
        Blocks(bytes[..whole]);
        bytes[whole..].CopyTo(_rest);
        _inRest = bytes.Length - whole;
    }

    public byte[] Finish()
    {
        _rest.AsSpan(_inRest).Clear();
        Blocks(_rest);
        var sum = new byte[Length];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, _first);
        BinaryPrimitives.WriteUInt32LittleEndian(sum.AsSpan(4), _second);
        BinaryPrimitives.WriteUInt32LittleEndian(sum.AsSpan(8), _third);
        BinaryPrimitives.WriteUInt32LittleEndian(sum.AsSpan(12), (uint)_length);
        return sum;
    }

    private void Blocks(ReadOnlySpan<byte> blocks)
    {
        var (first, second, third) = (_first, _second, _third);
        for (; blocks.Length >= Block; blocks = blocks[Block..])
        {
            first = BitOperations.Crc32C(first, BinaryPrimitives.ReadUInt64LittleEndian(blocks));
            second = BitOperations.Crc32C(second, BinaryPrimitives.ReadUInt64LittleEndian(blocks[8..]));
            third = BitOperations.Crc32C(third, BinaryPrimitives.ReadUInt64LittleEndian(blocks[16..]));
        }

        (_first, _second, _third) = (first, second, third);
    }
}
