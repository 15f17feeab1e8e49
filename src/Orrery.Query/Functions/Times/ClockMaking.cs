using NodaTime;

namespace Orrery.Query;

/// <summary>A time of day of named parts; what is not given comes from a clock to start from, or is zero.</summary>
internal static class ClockMaking
{
    public static LocalTime Of(MapFields fields, LocalTime? start)
    {
        if (start is null)
            RefuseGaps(fields);
        var hour = fields.Whole("hour", 0, 23) ?? start?.Hour ?? 0;
        var minute = fields.Whole("minute", 0, 59) ?? start?.Minute ?? 0;
        var second = fields.Whole("second", 0, 59) ?? start?.Second ?? 0;
        return new LocalTime(hour, minute, second).PlusNanoseconds(Nanos(fields) ?? start?.NanosecondOfSecond ?? 0);
    }

    private static void RefuseGaps(MapFields fields)
    {
        if (fields.Has("minute") && !fields.Has("hour"))
            fields.Need("minute", "hour");
        if (fields.Has("second") && !fields.Has("minute"))
            fields.Need("second", "minute");
        if (fields.Has("millisecond", "microsecond", "nanosecond") && !fields.Has("second"))
            fields.Need("a fraction of a second", "second");
    }

    // Each is what is left beside the larger ones that are given: nanosecond alone counts the whole fraction.
    private static int? Nanos(MapFields fields)
    {
        if (!fields.Has("millisecond", "microsecond", "nanosecond"))
            return null;
        var (milli, micro) = (fields.Has("millisecond"), fields.Has("microsecond"));
        var millis = fields.Whole("millisecond", 0, 999) ?? 0;
        var micros = fields.Whole("microsecond", 0, milli ? 999 : 999_999) ?? 0;
        var nanos =
            fields.Whole(
                "nanosecond",
                0,
                micro ? 999
                    : milli ? 999_999
                    : 999_999_999
            ) ?? 0;
        return (millis * 1_000_000) + (micros * 1_000) + nanos;
    }
}
