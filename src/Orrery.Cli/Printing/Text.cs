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
    public static string InTable(object? cell) => cell is Instant instant ? Minute.Format(instant) : Of(cell);

    /// <summary>The day, in UTC.</summary>
    public static string Day(Instant instant) => LocalDatePattern.Iso.Format(instant.InUtc().Date);
}
