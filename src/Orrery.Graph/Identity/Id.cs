using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Graph;

/// <summary>What never changes about an entity or a relation: one id space for both. Always handed in, never made in the core.</summary>
/// <param name="Value">A version 7 UUID for things people make, a name-based one (<see cref="Named"/>) for things a source states.</param>
public readonly record struct Id(Guid Value) : IComparable<Id>
{
    /// <summary>A fresh id that sorts by time.</summary>
    public static Id New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>The same id for the same parts, every time: how an import finds again what it wrote, in whatever order files come.</summary>
    /// <param name="parts">At least one; joined so that no two different lists of parts meet.</param>
    /// <remarks>UUID version 8 (RFC 9562 5.8) over SHA-256 of the length-prefixed parts.</remarks>
    public static Id Named(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        digest[6] = (byte)((digest[6] & 0x0f) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3f) | 0x80);
        return new(new Guid(digest[..16], bigEndian: true));
    }

    /// <summary>Reads the text form (32 hexadecimal digits, with or without dashes).</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Id id)
    {
        var parsed = Guid.TryParse(text, out var value);
        id = new(value);
        return parsed;
    }

    /// <inheritdoc/>
    public int CompareTo(Id other) => Value.CompareTo(other.Value);

    /// <summary>The text form, with dashes.</summary>
    public override string ToString() => Value.ToString();
}
