using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Times read from text: every form of ISO 8601 that openCypher knows, with and without separators.</summary>
internal static partial class TimeReading
{
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int TimeoutInMilliseconds = 1_000;
    private const int Longest = 200;

    public static Value Date(string text) => Value.Of(FindDay(text) ?? throw Unreadable("date", text, "2027-01-31"));

    public static Value LocalTime(string text) =>
        FindClock(text) is { Zone: null, Offset: null } clock
            ? new Value.LocalTime(clock.Time)
            : throw Unreadable("local time", text, "09:30:00");

    public static Value Time(string text) =>
        FindClock(text) is { Zone: null } clock
            ? new Value.Time(clock.Time.WithOffset(clock.Offset ?? Offset.Zero))
            : throw Unreadable("time", text, "09:30:00+01:00");

    public static Value LocalDateTime(string text) =>
        Split(text) is ({ } day, { Zone: null, Offset: null } clock)
            ? new Value.LocalDateTime(day.At(clock.Time))
            : throw Unreadable("local date and time", text, "2027-01-31T09:30:00");

    public static Value DateTime(string text)
    {
        if (Split(text) is not ({ } day, { } clock))
            throw Unreadable("date and time", text, "2027-01-31T09:30:00+01:00[Europe/Stockholm]");
        var local = day.At(clock.Time);
        return clock switch
        {
            { Zone: null, Offset: { } offset } => Zone.Of(offset).At(local),
            { Zone: { } name, Offset: { } offset } => At(local, offset, Zone.Parse(name)),
            { Zone: { } name } => Zone.Parse(name).At(local),
            _ => Zone.Utc.At(local),
        };
    }

    private sealed record Clock(LocalTime Time, Offset? Offset, string? Zone);

    private static Value.DateTime At(LocalDateTime local, Offset offset, Zone zone)
    {
        var stamp = Zone.Of(offset).At(local);
        return zone.At(stamp.Instant) is var known && known.Stamp == stamp.Stamp
            ? known
            : throw QueryFaults.InvalidArgument(
                $"Clocks in {zone.Name} are not {TimeText.Of(offset)} of UTC then.",
                "Leave out the offset, or the zone."
            );
    }

    // Without a clock, a day stands for its midnight.
    private static (LocalDate? Day, Clock? Clock) Split(string text) =>
        text.IndexOf('T', StringComparison.Ordinal) is >= 0 and var middle
            ? (FindDay(text[..middle]), FindClock(text[(middle + 1)..]))
            : (FindDay(text), new(NodaTime.LocalTime.Midnight, null, null));

    private static LocalDate? FindDay(string text)
    {
        if (text.Length > Longest || DayForm.Match(text) is not { Success: true } form)
            return null;
        var year = Number(form, "year")!.Value;
        if (year < LocalDate.MinIsoValue.Year || year > LocalDate.MaxIsoValue.Year)
            throw Calendar.TooFar();
        try
        {
            return (Number(form, "week"), Number(form, "quarter"), Number(form, "ordinal")) switch
            {
                ({ } week, _, _) => WeekYearRules.Iso.GetLocalDate(year, week, (IsoDayOfWeek)(Number(form, "weekday") ?? 1)),
                (_, { } quarter, _) => new LocalDate(year, ((quarter - 1) * 3) + 1, 1).PlusDays(
                    (Number(form, "within") ?? 1) - 1
                ),
                (_, _, { } ordinal) => new LocalDate(year, 1, 1).PlusDays(ordinal - 1) is var day && day.Year == year
                    ? day
                    : null,
                _ => new LocalDate(year, Number(form, "month") ?? 1, Number(form, "day") ?? 1),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static Clock? FindClock(string text)
    {
        if (text.Length > Longest || ClockForm.Match(text) is not { Success: true } form)
            return null;
        var (hour, minute, second) = (Number(form, "hour")!.Value, Number(form, "minute") ?? 0, Number(form, "second") ?? 0);
        var offset = form.Groups["offset"].Value is { Length: > 0 } written ? Zone.TryParseOffset(written) : null;
        if (hour > 23 || minute > 59 || second > 59 || (form.Groups["offset"].Success && offset is null))
            return null;
        var nanos = form.Groups["fraction"].Value.PadRight(9, '0');
        var time = new LocalTime(hour, minute, second).PlusNanoseconds(int.Parse(nanos, CultureInfo.InvariantCulture));
        return new(time, offset, form.Groups["zone"].Value is { Length: > 0 } zone ? zone : null);
    }

    private static int? Number(Match form, string group) =>
        form.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    private static QueryException Unreadable(string type, string text, string example) =>
        QueryFaults.Unreadable(type, text, example);

    [GeneratedRegex(
        """
            ^(?<year>[+-][0-9]{1,9}|[0-9]{4})(
                -(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?
              | (?<month>[0-9]{2})(?<day>[0-9]{2})?
              | -?W(?<week>[0-9]{2})(-?(?<weekday>[1-7]))?
              | -?Q(?<quarter>[1-4])(-?(?<within>[0-9]{2}))?
              | -?(?<ordinal>[0-9]{3})
            )?\z
            """,
        Options | RegexOptions.IgnorePatternWhitespace,
        TimeoutInMilliseconds
    )]
    private static partial Regex DayForm { get; }

    [GeneratedRegex(
        """
            ^(?<hour>[0-9]{2})(:?(?<minute>[0-9]{2})(:?(?<second>[0-9]{2})([.,](?<fraction>[0-9]{1,9}))?)?)?
            (?<offset>[Zz]|[+-][0-9:]{2,8})?(\[(?<zone>[^\]\[]+)\])?\z
            """,
        Options | RegexOptions.IgnorePatternWhitespace,
        TimeoutInMilliseconds
    )]
    private static partial Regex ClockForm { get; }
}
