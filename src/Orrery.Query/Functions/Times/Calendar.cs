using NodaTime;

namespace Orrery.Query;

/// <summary>Arithmetic with days and nanoseconds as numbers, and back to dates within the years -9998 to 9999.</summary>
internal static class Calendar
{
    public const long NanosInSecond = 1_000_000_000;
    public const long SecondsInDay = 86_400;
    public const long NanosInDay = SecondsInDay * NanosInSecond;

    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly long First = DayOf(LocalDate.MinIsoValue);
    private static readonly long Last = DayOf(LocalDate.MaxIsoValue);

    /// <summary>Days since 1970-01-01.</summary>
    public static long DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static LocalDate At(Int128 day) => day >= First && day <= Last ? Epoch.PlusDays((int)day) : throw TooFar();

    public static LocalDate PlusMonths(LocalDate date, long months)
    {
        var month = (Int128)(date.Year * 12L) + date.Month - 1 + months;
        var year = FloorDivide(month, 12);
        if (year < LocalDate.MinIsoValue.Year || year > LocalDate.MaxIsoValue.Year)
            throw TooFar();
        var (y, m) = ((int)year, (int)(month - (year * 12)) + 1);
        return new(y, m, Math.Min(date.Day, CalendarSystem.Iso.GetDaysInMonth(y, m)));
    }

    /// <summary>A day and clock, nanoseconds later.</summary>
    public static LocalDateTime Plus(LocalDateTime stamp, Int128 nanos)
    {
        var total = stamp.NanosecondOfDay + nanos;
        var days = FloorDivide(total, NanosInDay);
        return At(DayOf(stamp.Date) + days).At(LocalTime.FromNanosecondsSinceMidnight((long)(total - (days * NanosInDay))));
    }

    public static LocalTime Plus(LocalTime clock, Int128 nanos)
    {
        var total = clock.NanosecondOfDay + nanos;
        return LocalTime.FromNanosecondsSinceMidnight((long)(total - (FloorDivide(total, NanosInDay) * NanosInDay)));
    }

    /// <summary>Complete months from one to the other, towards zero: the other's day counts once its clock has reached the one's, and a month once its day has.</summary>
    /// <remarks>As java.time counts, which the kit's answers come from: from 30 September 12:00 to 1 March 11:00 it is four months, for 29 February falls short.</remarks>
    public static long MonthsBetween(LocalDateTime from, LocalDateTime to)
    {
        var (day, clock) = (to.Date, to.TimeOfDay);
        if (day > from.Date && clock < from.TimeOfDay)
            day = day.PlusDays(-1);
        else if (day < from.Date && clock > from.TimeOfDay)
            day = day.PlusDays(1);
        var months = ((day.Year - from.Year) * 12L) + day.Month - from.Month;
        return months > 0 && day.Day < from.Day ? months - 1
            : months < 0 && day.Day > from.Day ? months + 1
            : months;
    }

    public static Int128 NanosBetween(LocalDateTime from, LocalDateTime to) =>
        ((DayOf(to.Date) - DayOf(from.Date)) * (Int128)NanosInDay) + to.NanosecondOfDay - from.NanosecondOfDay;

    public static Int128 FloorDivide(Int128 number, Int128 by) => (number / by) - (number % by < 0 ? 1 : 0);

    public static QueryException TooFar() =>
        QueryFaults.OutOfRange("That lies outside the years -9998 to 9999.", "Dates reach from -9998-01-01 to 9999-12-31.");
}
