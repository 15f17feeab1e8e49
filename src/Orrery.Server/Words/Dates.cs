using NodaTime;
using NodaTime.Text;

namespace Orrery.Server;

/// <summary>Moments as people say them.</summary>
/// <param name="now">The present.</param>
/// <param name="seen">The moment looked at, from which "days ago" counts.</param>
/// <param name="zone">The workspace's time zone.</param>
public sealed class Dates(Instant now, Instant seen, DateTimeZone zone)
{
    private static readonly LocalDatePattern Long = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDatePattern Weekday = LocalDatePattern.CreateWithInvariantCulture("dddd d MMMM uuuu");
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("MMM uuuu");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public DateTimeZone Zone => zone;

    public LocalDate Today => DayOf(now);

    /// <summary>The day that is looked at.</summary>
    public LocalDate Seen => DayOf(seen);

    public Dates SeenFrom(Instant moment) => new(now, moment, zone);

    public static string Of(LocalDate day) => Long.Format(day);

    public static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    public LocalDate DayOf(Instant instant) => instant.InZone(zone).Date;

    public Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(zone).ToInstant();

    public string Day(Instant instant) => IsEndless(instant) ? "always" : Of(DayOf(instant));

    public string MonthOf(Instant instant) => Month.Format(DayOf(instant));

    public string WithWeekday(LocalDate day) => day == Today ? $"Today, {Of(day)}" : Weekday.Format(day);

    public string Time(Instant instant) => Clock.Format(instant.InZone(zone).TimeOfDay);

    public string Exact(Instant instant) => IsEndless(instant) ? "always" : $"{Day(instant)}, {Time(instant)}";

    /// <summary>How long ago something was recorded: it lies never ahead, though a workspace may have a present of its own.</summary>
    public string Told(Instant recorded) => Ago(Instant.Min(recorded, now));

    /// <summary>How long ago, or how soon.</summary>
    public string Ago(Instant instant)
    {
        if (IsEndless(instant))
            return "always";
        var days = Period.DaysBetween(DayOf(instant), DayOf(seen));
        return days switch
        {
            0 => "today",
            1 => "yesterday",
            -1 => "tomorrow",
            > 0 => $"{Span(days)} ago",
            _ => $"in {Span(-days)}",
        };
    }

    /// <summary>A number of days in the unit people would use.</summary>
    public static string Span(double days) =>
        days switch
        {
            < 1 => "less than a day",
            < 1.5 => "a day",
            < 21 => $"{days:0} days",
            < 60 => $"{days / 7:0} weeks",
            < 700 => $"{days / 30.44:0} months",
            _ => $"{days / 365.25:0} years",
        };

    private static bool IsEndless(Instant instant) => instant == Instant.MinValue || instant == Instant.MaxValue;
}
