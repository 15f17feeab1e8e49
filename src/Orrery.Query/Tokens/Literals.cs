using System.Globalization;
using System.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The values that literals stand for.</summary>
internal static class Literals
{
    private const ulong OverMost = 1UL << 63;

    /// <summary>integer := decimal | "0x" hex | "0o" octal, with "_" between digits; float := anything with "." or an exponent</summary>
    /// <param name="written">Without its sign.</param>
    /// <param name="at">Where it stands, for the fault.</param>
    /// <param name="isNegative">A minus stands before it: -9223372036854775808 is a number, without the minus it is none.</param>
    public static Value Number(ReadOnlySpan<char> written, TextSpan at, bool isNegative)
    {
        var digits = written.Contains('_') ? written.ToString().Replace("_", "", StringComparison.Ordinal) : written;
        if (written[^1] == '_' || written.Contains("__", StringComparison.Ordinal))
            throw QueryFaults.NoNumber(written, at);
        if (digits is ['0', 'x' or 'X', _, ..])
            return Whole(digits[2..], 16, written, at, isNegative);
        if (digits is ['0', 'o' or 'O', _, ..])
            return Whole(digits[2..], 8, written, at, isNegative);
        return digits.ContainsAnyExceptInRange('0', '9')
            ? Fraction(digits, written, at, isNegative)
            : Whole(digits, 10, written, at, isNegative);
    }

    /// <summary>Text between quotes, with its escapes resolved.</summary>
    /// <param name="quoted">With its quotes.</param>
    /// <param name="at">Where it stands, for the fault.</param>
    public static string Text(ReadOnlySpan<char> quoted, TextSpan at)
    {
        var quote = quoted[0];
        var inner = quoted[1..^1];
        var text = inner.ContainsAny('\\', quote) ? Unescaped(inner, quote, at) : inner.ToString();
        return text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && HalfCharacter(text) is { } half
            ? throw QueryFaults.NoCharacter(half, at)
            : text;
    }

    private static Value Whole(ReadOnlySpan<char> digits, uint radix, ReadOnlySpan<char> written, TextSpan at, bool isNegative)
    {
        UInt128 number = 0;
        foreach (var digit in digits)
        {
            var size =
                !char.IsAsciiHexDigit(digit) ? radix
                : digit <= '9' ? (uint)(digit - '0')
                : (uint)((digit | 0x20) - 'a' + 10);
            if (size >= radix)
                throw QueryFaults.NoNumber(written, at);
            number = UInt128.Min(number * radix + size, ulong.MaxValue);
        }

        if (number > OverMost || number == OverMost && !isNegative)
            throw QueryFaults.IntegerOverflow(written, at, isNegative);
        return Value.Of(isNegative ? (long)(0 - (ulong)number) : (long)number);
    }

    private static Value Fraction(ReadOnlySpan<char> digits, ReadOnlySpan<char> written, TextSpan at, bool isNegative)
    {
        var isPlain = digits.ContainsAny('.', 'e', 'E');
        if (isPlain && digits[^1] is 'f' or 'F' or 'd' or 'D')
            digits = digits[..^1];
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!isPlain || !double.TryParse(digits, style, CultureInfo.InvariantCulture, out var number))
            throw QueryFaults.NoNumber(written, at);
        if (double.IsInfinity(number))
            throw QueryFaults.FloatOverflow(written, at);
        return Value.Of(isNegative ? -number : number);
    }

    private static string Unescaped(ReadOnlySpan<char> inner, char quote, TextSpan at)
    {
        StringBuilder text = new(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            // Inside, the quote stands only doubled.
            if (inner[i] == quote)
                i++;
            if (inner[i] != '\\')
                text.Append(inner[i]);
            else
                i += Escape(inner[i..], text, new(at.Start + 1 + i, 2)) - 1;
        }

        return text.ToString();
    }

    /// <summary>escape := "\" ("\" | "'" | '"' | "`" | "b" | "f" | "n" | "r" | "t" | "u" hex4 | "U" hex8 | "U" hex6)</summary>
    /// <returns>Its length.</returns>
    private static int Escape(ReadOnlySpan<char> escape, StringBuilder text, TextSpan at)
    {
        switch (escape[1])
        {
            case '\\' or '\'' or '"' or '`':
                text.Append(escape[1]);
                return 2;
            case 'b' or 'f' or 'n' or 'r' or 't':
                text.Append("\b\f\n\r\t"["bfnrt".IndexOf(escape[1])]);
                return 2;
            case 'u' when Hex(escape, 4) is { } unit:
                text.Append((char)unit);
                return 6;
            case 'U' when Hex(escape, 8) is { } number && Rune.IsValid(number):
                text.Append(new Rune(number).ToString());
                return 10;
            case 'U' when Hex(escape, 8) is null && Hex(escape, 6) is { } number && Rune.IsValid(number):
                text.Append(new Rune(number).ToString());
                return 8;
            case 'u' or 'U':
                throw QueryFaults.NoCharacter(escape[..Math.Min(escape.Length, escape[1] == 'u' ? 6 : 10)].ToString(), at);
            default:
                throw QueryFaults.NoEscape(escape[..2], at);
        }
    }

    private static int? Hex(ReadOnlySpan<char> escape, int digits) =>
        escape.Length >= digits + 2
        && int.TryParse(escape.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? HalfCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return $"\\u{(int)text[i]:X4}";
        }

        return null;
    }
}
