using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Makes a personal value readable, or leaves it sealed when its key is gone.</summary>
public delegate Value.Personal OpenPersonal(Value.Personal value);

/// <summary>The bytes of a segment: change sets that were committed together. Format: docs/journal.md.</summary>
/// <remarks>Instants keep 100 ns ticks; personal values keep their cipher only.</remarks>
public static class SegmentCodec
{
    /// <summary>The bytes in a chain hash.</summary>
    public const int ChainLength = SHA256.HashSizeInBytes;

    internal const byte Version = 1;

    /// <summary>The bytes of these change sets; the same ones for equal change sets.</summary>
    /// <param name="changes">At least one, with revisions that follow one another.</param>
    public static byte[] Encode(ReadOnlySpan<ChangeSet> changes)
    {
        var events = 0;
        foreach (var change in changes)
            events += change.Events.Length;
        return new SegmentWriter(events).Write(changes);
    }

    /// <summary>Reads the change sets back.</summary>
    /// <param name="segment">What <see cref="Encode"/> wrote, now or in any release before.</param>
    /// <param name="open">Fills in personal values; null leaves them sealed.</param>
    /// <exception cref="InvalidDataException">The bytes are no segment; the message says at which byte.</exception>
    public static ImmutableArray<ChangeSet> Decode(ReadOnlySpan<byte> segment, OpenPersonal? open)
    {
        var reader = new SegmentReader(segment, open);
        try
        {
            return reader.Read();
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"At byte {reader.Position} of {segment.Length}: {e.Message}", e);
        }
    }

    /// <summary>CRC-32C of a segment.</summary>
    public static uint Checksum(ReadOnlySpan<byte> segment)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(segment);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in segment[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }

    /// <summary>The chain hash after a segment: SHA-256 over the one before it and the segment.</summary>
    public static byte[] Chain(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> segment)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(segment);
        return hash.GetHashAndReset();
    }
}
