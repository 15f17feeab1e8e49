using System.Globalization;
using System.Text;

namespace Orrery.Query;

/// <summary>Shows people where in a text something is: its line and column, the line itself, and carets below it.</summary>
public static class Caret
{
    private const int Widest = 100;
    private const int Before = 60;
    private const string Cut = "…";

    /// <summary>The line and column of a place, both from 1; a column is a character as people count them, not a UTF-16 unit.</summary>
    public static (int Line, int Column) PlaceOf(string text, TextSpan at)
    {
        var start = Math.Clamp(at.Start, 0, text.Length);
        var line = LineStart(text, start);
        return (LinesBefore(text.AsSpan(0, line)) + 1, new StringInfo(text[line..start]).LengthInTextElements + 1);
    }

    /// <summary>Three lines, without an end of line behind the last: <c>line 2, column 7</c>, the line, the carets.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="at">The place; what reaches beyond its first line is not marked.</param>
    /// <remarks>For a font of fixed width. Tabs and control characters are shown as a space each, a long line is cut around the place.</remarks>
    public static string Render(string text, TextSpan at)
    {
        var (line, column) = PlaceOf(text, at);
        var start = Math.Clamp(at.Start, 0, text.Length);
        var lineStart = LineStart(text, start);
        var lineEnd = text.AsSpan(start).IndexOfAny('\n', '\r') is >= 0 and var rest ? start + rest : text.Length;
        var end = Math.Clamp(at.End, start, lineEnd);

        var before = Plain(text.AsSpan(lineStart, start - lineStart));
        var marked = Plain(text.AsSpan(start, end - start));
        var after = Plain(text.AsSpan(end, lineEnd - end));
        if (WidthOf(before) > Before)
            before = Cut + Ending(before, Before);
        marked = Beginning(marked, Widest - WidthOf(before));
        after = Beginning(after, Widest - WidthOf(before) - WidthOf(marked));
        var carets = new string('^', Math.Max(1, WidthOf(marked)));
        return $"line {line}, column {column}\n{before}{marked}{after}\n{new string(' ', WidthOf(before))}{carets}";
    }

    private static int LineStart(string text, int index) => text.AsSpan(0, index).LastIndexOfAny('\n', '\r') + 1;

    private static int LinesBefore(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");

    private static string Plain(ReadOnlySpan<char> piece)
    {
        StringBuilder plain = new(piece.Length);
        foreach (var rune in piece.EnumerateRunes())
            plain.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return plain.ToString();
    }

    private static string Beginning(string piece, int width)
    {
        StringBuilder beginning = new();
        foreach (var rune in piece.EnumerateRunes())
        {
            width -= WidthOf(rune);
            if (width < 0)
                return $"{beginning}{Cut}";
            beginning.Append(rune.ToString());
        }

        return piece;
    }

    private static string Ending(string piece, int width)
    {
        var skip = WidthOf(piece) - width;
        var start = 0;
        foreach (var rune in piece.EnumerateRunes())
        {
            if (skip <= 0)
                break;
            skip -= WidthOf(rune);
            start += rune.Utf16SequenceLength;
        }

        return piece[start..];
    }

    private static int WidthOf(string piece)
    {
        var width = 0;
        foreach (var rune in piece.EnumerateRunes())
            width += WidthOf(rune);
        return width;
    }

    // After the East Asian Width of Unicode (annex 11), by its large blocks: a caret one column off does no harm.
    private static int WidthOf(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            ? 0
        : rune.Value
            is (>= 0x1100 and <= 0x115F)
                or (>= 0x2E80 and <= 0xA4CF)
                or (>= 0xAC00 and <= 0xD7A3)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFE30 and <= 0xFE6F)
                or (>= 0xFF00 and <= 0xFF60)
                or (>= 0x1F300 and <= 0x1FAFF)
                or (>= 0x20000 and <= 0x3FFFD)
            ? 2
        : 1;
}
