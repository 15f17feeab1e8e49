using System.Globalization;
using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Durations read from text: <c>P1Y2M3W4DT5H6M7.8S</c>, each part with its own sign and fraction, or <c>P2012-02-02T14:37:21</c>.</summary>
internal static partial class DurationReading
{
    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    private const int TimeoutInMilliseconds = 1_000;
    private const int Longest = 200;

    public static Value Of(string text)
    {
        if (text.Length > Longest || Form(text) is not { } form)
            throw QueryFaults.Unreadable("duration", text, "P1Y2M3DT4H5M6.7S");
        var sign = form.Groups["sign"].Value == "-" ? -1 : 1;
        try
        {
            return Durations.Of(
                sign * ((Part(form, "years") * 12) + Part(form, "months")),
                sign * ((Part(form, "weeks") * 7) + Part(form, "days")),
                sign * ((Part(form, "hours") * 3600) + (Part(form, "minutes") * 60) + Part(form, "seconds"))
            );
        }
        catch (OverflowException)
        {
            throw QueryFaults.Overflow("A part of that duration");
        }
    }

    private static Match? Form(string text) =>
        text.EndsWith('P') || text.EndsWith('T') ? null
        : ByUnits.Match(text) is { Success: true } units ? units
        : ByDate.Match(text) is { Success: true } date ? date
        : null;

    private static decimal Part(Match form, string name) =>
        form.Groups[name] is { Success: true, Value: var digits }
            ? decimal.Parse(digits.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(
        """
            ^(?<sign>[+-])?P
            ((?<years>[+-]?[0-9]{1,20}([.,][0-9]{1,9})?)Y)?
            ((?<months>[+-]?[0-9]{1,20}([.,][0-9]{1,9})?)M)?
            ((?<weeks>[+-]?[0-9]{1,20}([.,][0-9]{1,9})?)W)?
            ((?<days>[+-]?[0-9]{1,20}([.,][0-9]{1,9})?)D)?
            (T
            ((?<hours>[+-]?[0-9]{1,20}([.,][0-9]{1,9})?)H)?
            ((?<minutes>[+-]?[0-9]{1,20}([.,][0-9]{1,9})?)M)?
            ((?<seconds>[+-]?[0-9]{1,20}([.,][0-9]{1,9})?)S)?
            )?\z
            """,
        Options,
        TimeoutInMilliseconds
    )]
    private static partial Regex ByUnits { get; }

    [GeneratedRegex(
        """
            ^(?<sign>[+-])?P(?<years>[0-9]{4})-?(?<months>[0-9]{2})-?(?<days>[0-9]{2})
            (T(?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2})(:?(?<seconds>[0-9]{2}([.,][0-9]{1,9})?))?)?)?\z
            """,
        Options,
        TimeoutInMilliseconds
    )]
    private static partial Regex ByDate { get; }
}
