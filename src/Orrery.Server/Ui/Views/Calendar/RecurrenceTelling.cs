using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>When something comes back, in words.</summary>
internal static class RecurrenceTelling
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Time(LocalTime at) => Clock.Format(at);

    /// <summary>The days and the time where it takes place: <c>Tuesday 09:30</c>.</summary>
    public static string Short(Recurring when)
    {
        var days = string.Join(", ", when.Days.Days.Select(day => day.ToString()));
        var places = when.Days.Places.IsEmpty ? "" : $"{string.Join(" and ", when.Days.Places.Select(Place))} ";
        var text = $"{places}{(days.Length == 0 ? "every day" : days)}{(when.At is { } at ? $" {Time(at)}" : "")}";
        return when.Zone is { } zone && when.At is not null ? $"{text} {ZoneName(zone)}" : text;
    }

    /// <summary>How often, where the calendar has to draw it more often than it is: <c>every 2 weeks</c>.</summary>
    public static string? Oftener(Recurrence days) =>
        days.IsCounted ? null : $"every {days.Every} {days.Unit.ToString().ToLowerInvariant()}s";

    /// <summary>The time where it takes place, with the day when that differs.</summary>
    public static string There(LocalDateTime there, LocalDate here, DateTimeZone zone) =>
        $"{Time(there.TimeOfDay)}{(there.Date == here ? "" : $" {there.DayOfWeek}")} {ZoneName(zone)}";

    /// <summary>A zone by its place: <c>New York</c>.</summary>
    public static string ZoneName(DateTimeZone zone) => zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>How long: <c>45 min</c>, <c>1 h 30 min</c>, <c>2 h</c>.</summary>
    public static string Long(Duration length) =>
        (length.Days, length.Hours, length.Minutes) switch
        {
            (0, 0, var minutes) => $"{minutes} min",
            (0, var hours, 0) => $"{hours} h",
            (0, var hours, var minutes) => $"{hours} h {minutes} min",
            (1, 0, 0) => "a day",
            _ => $"{length.TotalDays.ToString("0.#", CultureInfo.InvariantCulture)} days",
        };

    /// <summary>Why it is on no day, as a sentence.</summary>
    public static string Why(RecurringReading.Unclear unclear) =>
        unclear.Why switch
        {
            Unplaced.NoRhythm => "How often it is held is not said.",
            Unplaced.WordsOnly => $"How often is said in words only: {unclear.Said}.",
            Unplaced.NoDay => $"The day is not said{With(unclear.Said)}.",
            Unplaced.NoPlace => $"Which week of the month is not said{With(unclear.Said)}.",
            Unplaced.SeveralTimes => $"It is held several times a month, on which days is not said{With(unclear.Said)}.",
            Unplaced.UnknownZone => $"There is no time zone called {unclear.Said}.",
            _ => "When it is held is not said.",
        };

    private static string With(string? said) => said is null ? "" : $": {said.ReplaceLineEndings(" ")}";

    private static string Place(int place) =>
        place switch
        {
            1 => "first",
            2 => "second",
            3 => "third",
            4 => "fourth",
            5 => "fifth",
            _ => "last",
        };
}
