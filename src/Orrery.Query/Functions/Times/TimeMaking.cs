using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Times made of a map of parts, of another time, or of both.</summary>
internal static class TimeMaking
{
    private static readonly string[] DayNames =
    [
        "date",
        "year",
        "month",
        "day",
        "week",
        "dayOfWeek",
        "quarter",
        "dayOfQuarter",
        "ordinalDay",
    ];

    private static readonly string[] ClockNames =
    [
        "time",
        "hour",
        "minute",
        "second",
        "millisecond",
        "microsecond",
        "nanosecond",
    ];

    private static readonly ImmutableHashSet<string> OfDate = [.. DayNames];
    private static readonly ImmutableHashSet<string> OfLocalTime = [.. ClockNames];
    private static readonly ImmutableHashSet<string> OfTime = [.. ClockNames, "timezone"];
    private static readonly ImmutableHashSet<string> OfLocalDateTime = [.. DayNames, .. ClockNames, "datetime"];
    private static readonly ImmutableHashSet<string> OfDateTime =
    [
        .. DayNames,
        .. ClockNames,
        "datetime",
        "timezone",
        "epochSeconds",
        "epochMillis",
    ];

    private static readonly ImmutableHashSet<string> OfDuration =
    [
        "years",
        "quarters",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "seconds",
        "milliseconds",
        "microseconds",
        "nanoseconds",
    ];

    public static Value Date(Value.Map map)
    {
        MapFields fields = new("date()", map.Entries, OfDate);
        return Value.Of(DayMaking.Of(fields, Start(fields, "date", Moments.DayOf)));
    }

    public static Value LocalTime(Value.Map map)
    {
        MapFields fields = new("localtime()", map.Entries, OfLocalTime);
        return new Value.LocalTime(ClockMaking.Of(fields, Clock(fields)));
    }

    /// <param name="map">The parts.</param>
    /// <param name="now">When the offset of a zone is asked for.</param>
    public static Value Time(Value.Map map, Instant now)
    {
        MapFields fields = new("time()", map.Entries, OfTime);
        var clock = ClockMaking.Of(fields, Clock(fields));
        var wanted = fields.Zone("timezone")?.Rules.GetUtcOffset(now);
        var given = fields.Find("time") is { } start ? Moments.ZoneOf(start)?.Rules.GetUtcOffset(now) : null;
        if (fields.Find("time") is Value.DateTime { Stamp.Offset: var offset })
            given = offset;
        return new Value.Time(
            given is { } from && wanted is { } to
                ? Calendar.Plus(clock, (to.Seconds - from.Seconds) * Calendar.NanosInSecond).WithOffset(to)
                : clock.WithOffset(wanted ?? given ?? Offset.Zero)
        );
    }

    public static Value LocalDateTime(Value.Map map) =>
        new Value.LocalDateTime(Local(new("localdatetime()", map.Entries, OfLocalDateTime)));

    public static Value DateTime(Value.Map map)
    {
        MapFields fields = new("datetime()", map.Entries, OfDateTime);
        var wanted = fields.Zone("timezone");
        if (fields.Has("epochSeconds", "epochMillis"))
            return (wanted ?? Zone.Utc).At(OfEpoch(fields));
        var given = (fields.Find("datetime") ?? fields.Find("time")) is { } start ? Moments.ZoneOf(start) : null;
        var made = (given ?? wanted ?? Zone.Utc).At(Local(fields));
        return given is not null && wanted is not null ? wanted.At(made.Instant) : made;
    }

    public static Value Duration(Value.Map map)
    {
        MapFields fields = new("duration()", map.Entries, OfDuration);
        try
        {
            var months = (fields.Number("years") * 12) + (fields.Number("quarters") * 3) + fields.Number("months");
            var days = (fields.Number("weeks") * 7) + fields.Number("days");
            var seconds = (fields.Number("hours") * 3600) + (fields.Number("minutes") * 60) + fields.Number("seconds");
            var small =
                (fields.Number("milliseconds") / 1_000m)
                + (fields.Number("microseconds") / 1_000_000m)
                + (fields.Number("nanoseconds") / 1_000_000_000m);
            return Durations.Of(months, days, seconds + small);
        }
        catch (OverflowException)
        {
            throw QueryFaults.Overflow("A part of that duration");
        }
    }

    private static LocalDateTime Local(MapFields fields)
    {
        var day = DayMaking.Of(fields, Start(fields, "datetime", Moments.DayOf) ?? Start(fields, "date", Moments.DayOf));
        return day.At(ClockMaking.Of(fields, Start(fields, "datetime", Moments.ClockOf) ?? Clock(fields)));
    }

    private static LocalTime? Clock(MapFields fields) => Start(fields, "time", Moments.ClockOf);

    private static T? Start<T>(MapFields fields, string name, Func<Value, T?> part)
        where T : struct =>
        fields.Find(name) is not { } value ? null
        : part(value) is { } found ? found
        : throw QueryFaults.ArgumentMisfit(name, value, "a time that has such a part");

    private static Instant OfEpoch(MapFields fields) =>
        fields.Find("epochSeconds") is { } seconds
            ? Epochs.OfSeconds(seconds, fields.Find("nanosecond") ?? Value.Of(0L))
            : Epochs.OfMillis(fields.Find("epochMillis")!);
}
