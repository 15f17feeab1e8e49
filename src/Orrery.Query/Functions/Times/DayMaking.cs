using NodaTime;
using NodaTime.Calendars;

namespace Orrery.Query;

/// <summary>A day of named parts: of the calendar, of weeks, of quarters, of the year; what is not given comes from a day to start from.</summary>
internal static class DayMaking
{
    public static LocalDate Of(MapFields fields, LocalDate? start)
    {
        if (
            start is { } same
            && !fields.Has("year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay")
        )
            return same;
        if (start is null && !fields.Has("year"))
            fields.Need("a date", "year");
        return fields.Has("week", "dayOfWeek") ? OfWeek(fields, start)
            : fields.Has("quarter", "dayOfQuarter") ? OfQuarter(fields, start)
            : fields.Has("ordinalDay") ? Shifted(Year(fields, start), 1, fields.Whole("ordinalDay", 1, 366)!.Value)
            : OfMonth(fields, start);
    }

    private static int Year(MapFields fields, LocalDate? start) =>
        fields.Whole("year", LocalDate.MinIsoValue.Year, LocalDate.MaxIsoValue.Year) ?? start!.Value.Year;

    private static LocalDate OfMonth(MapFields fields, LocalDate? start)
    {
        if (start is null && fields.Has("day") && !fields.Has("month"))
            fields.Need("day", "month");
        var year = Year(fields, start);
        var month = fields.Whole("month", 1, 12) ?? start?.Month ?? 1;
        var longest = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return new(year, month, fields.Whole("day", 1, longest) ?? Math.Min(start?.Day ?? 1, longest));
    }

    private static LocalDate OfWeek(MapFields fields, LocalDate? start)
    {
        var rules = WeekYearRules.Iso;
        var year =
            fields.Whole("year", LocalDate.MinIsoValue.Year + 1, LocalDate.MaxIsoValue.Year) ?? rules.GetWeekYear(start!.Value);
        var week =
            fields.Whole("week", 1, rules.GetWeeksInWeekYear(year)) ?? (start is { } day ? rules.GetWeekOfWeekYear(day) : 1);
        var weekday = fields.Whole("dayOfWeek", 1, 7) ?? (int?)start?.DayOfWeek ?? 1;
        return rules.GetLocalDate(year, Math.Min(week, rules.GetWeeksInWeekYear(year)), (IsoDayOfWeek)weekday);
    }

    private static LocalDate OfQuarter(MapFields fields, LocalDate? start)
    {
        var quarter = fields.Whole("quarter", 1, 4) ?? (start is { } day ? MomentParts.QuarterOf(day) : 1);
        var within = fields.Whole("dayOfQuarter", 1, 92) ?? (start is { } same ? MomentParts.DayOfQuarter(same) : 1);
        var made = Shifted(Year(fields, start), ((quarter - 1) * 3) + 1, within);
        return MomentParts.QuarterOf(made) == quarter
            ? made
            : throw QueryFaults.InvalidArgument($"Quarter {quarter} has no day {within}.", "Give a day from 1 to 90, 91 or 92.");
    }

    private static LocalDate Shifted(int year, int month, int day)
    {
        var made = Calendar.At(Calendar.DayOf(new(year, month, 1)) + day - 1);
        return made.Year == year
            ? made
            : throw QueryFaults.InvalidArgument($"{year} has no day {day}.", "Give a day from 1 to 365, or 366 in a leap year.");
    }
}
