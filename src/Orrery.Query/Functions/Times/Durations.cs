using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Making and calculating durations. Fractions of a part flow into the next smaller one: a month is 30.436875 days on average, a day 24 hours.</summary>
internal static class Durations
{
    public static readonly Value.Duration Zero = new(0, 0, 0, 0);

    // The mean month of the Gregorian calendar: 146,097 days in 4,800 months.
    private const decimal DaysInMonth = 30.436875m;

    /// <summary>A duration of parts that may be fractions.</summary>
    public static Value.Duration Of(decimal months, decimal days, decimal seconds)
    {
        try
        {
            var wholeMonths = decimal.Truncate(months);
            var allDays = days + ((months - wholeMonths) * DaysInMonth);
            var wholeDays = decimal.Truncate(allDays);
            var allSeconds = seconds + ((allDays - wholeDays) * Calendar.SecondsInDay);
            var wholeSeconds = decimal.Truncate(allSeconds);
            var nanos =
                ((Int128)wholeSeconds * Calendar.NanosInSecond) + (long)((allSeconds - wholeSeconds) * Calendar.NanosInSecond);
            return OfNanos((long)wholeMonths, (long)wholeDays, nanos);
        }
        catch (OverflowException)
        {
            throw TooLong();
        }
    }

    /// <summary>A duration whose clock part is given in nanoseconds; they end up between 0 and a second, whatever the sign.</summary>
    public static Value.Duration OfNanos(Int128 months, Int128 days, Int128 nanos)
    {
        try
        {
            var seconds = Calendar.FloorDivide(nanos, Calendar.NanosInSecond);
            return new(
                checked((long)months),
                checked((long)days),
                checked((long)seconds),
                (int)(nanos - (seconds * Calendar.NanosInSecond))
            );
        }
        catch (OverflowException)
        {
            throw TooLong();
        }
    }

    /// <summary>The clock part.</summary>
    public static Int128 NanosOf(Value.Duration length) => ((Int128)length.Seconds * Calendar.NanosInSecond) + length.Nanoseconds;

    public static Value.Duration Sum(Value.Duration left, Value.Duration right) =>
        OfNanos((Int128)left.Months + right.Months, (Int128)left.Days + right.Days, NanosOf(left) + NanosOf(right));

    public static Value.Duration Negated(Value.Duration length) =>
        OfNanos(-(Int128)length.Months, -(Int128)length.Days, -NanosOf(length));

    public static Value.Duration Times(Value.Duration length, Value factor) =>
        factor is Value.Integer { Number: var whole } ? TimesWhole(length, whole) : Scaled(length, factor, (a, b) => a * b);

    public static Value.Duration DividedBy(Value.Duration length, Value divisor) => Scaled(length, divisor, (a, b) => a / b);

    private static Value.Duration TimesWhole(Value.Duration length, long factor)
    {
        try
        {
            return OfNanos((Int128)length.Months * factor, (Int128)length.Days * factor, checked(NanosOf(length) * factor));
        }
        catch (OverflowException)
        {
            throw TooLong();
        }
    }

    private static Value.Duration Scaled(Value.Duration length, Value by, Func<decimal, decimal, decimal> scale)
    {
        try
        {
            var number = Amounts.Factor(by);
            var seconds = length.Seconds + (length.Nanoseconds / (decimal)Calendar.NanosInSecond);
            return Of(scale(length.Months, number), scale(length.Days, number), scale(seconds, number));
        }
        catch (OverflowException)
        {
            throw TooLong();
        }
        catch (DivideByZeroException)
        {
            throw TooLong();
        }
    }

    private static QueryException TooLong() => QueryFaults.Overflow("A part of that duration");
}
