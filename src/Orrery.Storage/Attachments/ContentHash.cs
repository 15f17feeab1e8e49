using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Orrery.Storage;

/// <summary>What a kept file is found by: SHA-256 of its bytes as they lie on the disk, 64 hexadecimal digits in lower case.</summary>
public sealed record ContentHash
{
    private const int Digits = 2 * SHA256.HashSizeInBytes;

    private ContentHash(string text) => Text = text;

    /// <summary>The digits.</summary>
    public string Text { get; }

    /// <summary>Of bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Of a stream, read to its end.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ContentHash Of(Stream content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Reads the digits; nothing else is a hash, so none leads out of the folder.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ContentHash? hash)
    {
        hash =
            text is { Length: Digits } && text.All(digit => digit is (>= '0' and <= '9') or (>= 'a' and <= 'f'))
                ? new(text)
                : null;
        return hash is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
