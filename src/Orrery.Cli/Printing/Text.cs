using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;

namespace Orrery.Cli;

/// <summary>Cells as text.</summary>
internal static class Text
{
    private static readonly InstantPattern Minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>Leaves every script as it is written.</summary>
    public static readonly JavaScriptEncoder Readable = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static string Of(object? cell) =>
        cell switch
        {
            null => "",
            long number => number.ToString(CultureInfo.InvariantCulture),
            bool flag => flag ? "yes" : "no",
            Instant instant => InstantPattern.ExtendedIso.Format(instant),
            _ => cell.ToString() ?? "",
        };

    /// <summary>As a table shows it: instants to the minute, in UTC.</summary>
    public static string InTable(object? cell) => cell is Instant instant ? Minute.Format(instant) : Harmless(Of(cell));

    /// <summary>
    /// For a terminal: what others wrote must neither command it nor turn the line around. Controls show as their pictures, those of direction as a
    /// replacement; lines and tabs stay. Programs, which read JSON and CSV, get the text as it is.
    /// </summary>
    public static string Harmless(string text) =>
        text.Any(IsCommanding) ? string.Concat(text.Select(sign => IsCommanding(sign) ? PictureOf(sign) : sign)) : text;

    private static bool IsCommanding(char sign) =>
        (char.IsControl(sign) && sign is not ('\n' or '\r' or '\t'))
        || sign is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static char PictureOf(char control) =>
        control < ' ' ? (char)('\u2400' + control)
        : control == '\u007f' ? '\u2421'
        : '\ufffd';

    /// <summary>The day, in UTC.</summary>
    public static string Day(Instant instant) => LocalDatePattern.Iso.Format(instant.InUtc().Date);
}
