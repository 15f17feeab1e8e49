using System.Text;

namespace Orrery.Import;

/// <summary>Bytes to text: UTF-8 with or without its mark, UTF-16 with it. Bytes that are neither are a fault, never a question mark.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(string file, ReadOnlySpan<byte> bytes, ImportLimits limits)
    {
        if (bytes.Length > limits.FileBytes)
            throw ImportFaults.TooLarge(file, bytes.Length, limits.FileBytes);
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Decode(file, rest, Utf8, "UTF-8"),
            [0xFF, 0xFE, .. var rest] => Decode(file, rest, new UnicodeEncoding(false, false, true), "UTF-16"),
            [0xFE, 0xFF, .. var rest] => Decode(file, rest, new UnicodeEncoding(true, false, true), "UTF-16"),
            _ => Decode(file, bytes, Utf8, "UTF-8"),
        };
        if (string.IsNullOrWhiteSpace(text))
            throw ImportFaults.Empty(file);
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        return zero < 0
            ? text
            : throw ImportFaults.Encoding(
                file,
                LineAt(text, zero),
                "a NUL character stands here: a binary file, or UTF-16 without its mark"
            );
    }

    public static int LineAt(ReadOnlySpan<char> text, int place) => 1 + text[..place].Count('\n');

    private static string Decode(string file, ReadOnlySpan<byte> bytes, Encoding encoding, string name)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            var place = Math.Clamp(wrong.Index, 0, bytes.Length);
            throw ImportFaults.Encoding(
                file,
                1 + bytes[..place].Count((byte)'\n'),
                $"the bytes from place {place:N0} on are not {name}"
            );
        }
    }
}
