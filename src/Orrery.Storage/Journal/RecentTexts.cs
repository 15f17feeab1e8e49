using System.Buffers.Binary;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Short texts read lately, so that a value that recurs (an enum, a handle) is one object, not thousands.</summary>
/// <remarks>Saves both time and the memory of the graph that keeps them; figures in docs/performance.md.</remarks>
internal sealed class RecentTexts(int sizeInBytes)
{
    private const byte TextTag = 5;
    private const int Longest = 40;

    private readonly (int Start, Value.Text? Value)[] _slots = sizeInBytes < 512 ? [] : new (int, Value.Text?)[256];

    /// <summary>The short text that stands next in the segment, or null (nothing read) when something else does.</summary>
    public Value.Text? TryRead(ReadOnlySpan<byte> segment, ref ByteReader bytes)
    {
        var ahead = bytes;
        if (_slots.Length == 0 || ahead.AtEnd || ahead.Byte() != TextTag)
            return null;
        var characters = ahead.Bytes();
        if (characters.Length is 0 or > Longest)
            return null;
        ref var slot = ref _slots[Slot(characters)];
        if (slot.Value is null || !Matches(segment, slot.Start, characters))
            slot = (ahead.Position - characters.Length, (Value.Text)ValueCodec.Read(ref bytes));
        bytes = ahead;
        return slot.Value;
    }

    private static bool Matches(ReadOnlySpan<byte> segment, int start, ReadOnlySpan<byte> characters) =>
        segment[start - 1] == characters.Length && segment.Slice(start, characters.Length).SequenceEqual(characters);

    private static int Slot(ReadOnlySpan<byte> characters)
    {
        Span<byte> ends = stackalloc byte[16];
        ends.Clear();
        characters[..Math.Min(8, characters.Length)].CopyTo(ends);
        characters[^Math.Min(8, characters.Length)..].CopyTo(ends[8..]);
        var mixed =
            (BinaryPrimitives.ReadUInt64LittleEndian(ends) * 0x9E3779B97F4A7C15)
            ^ (BinaryPrimitives.ReadUInt64LittleEndian(ends[8..]) * 0xC2B2AE3D27D4EB4F)
            ^ ((ulong)characters.Length << 32);
        return (int)((mixed ^ (mixed >> 29)) >> 20) & 255;
    }
}
