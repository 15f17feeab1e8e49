using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Making times: of now, of text, of parts, of other times; and cutting them off.</summary>
internal static class TimeFunctions
{
    private delegate Value? Conversion(Value value, Instant now);

    public static readonly Function[] All =
    [
        .. Family("date", "a day", OfDate),
        .. Family("localtime", "a time of day", OfLocalTime),
        .. Family("time", "a time of day with an offset", OfTime),
        .. Family("localdatetime", "a date and time", OfLocalDateTime),
        .. Family("datetime", "a date and time in a zone", OfDateTime),
        Arguments.Of(
            "datetime.fromepoch(seconds, nanoseconds)",
            "The date and time so long after 1970-01-01T00:00Z.",
            (seconds, nanos) => Zone.Utc.At(Epochs.OfSeconds(seconds, nanos))
        ),
        Arguments.Of(
            "datetime.fromepochmillis(milliseconds)",
            "The date and time so long after 1970-01-01T00:00Z.",
            millis => Zone.Utc.At(Epochs.OfMillis(millis))
        ),
    ];

    private static IEnumerable<Function> Family(string name, string what, Conversion convert)
    {
        Value Convert(Value value, Instant now) =>
            convert(value, now)
            ?? throw QueryFaults.ArgumentMisfit($"{name}()", value, "a text, a map of parts, or a time that has such parts");

        yield return new(
            name,
            $"{name}(value?)",
            $"{char.ToUpperInvariant(what[0])}{what[1..]}: of text, of parts, of another time, or now.",
            0,
            1,
            (given, around) =>
                given.Length == 0 ? Convert(Zone.Utc.At(around.Now), around.Now)
                : Clear.Of(given[0]) is Value.Null ? Value.Nothing
                : Convert(Clear.Of(given[0]), around.Now)
        );
        foreach (var clock in (string[])["transaction", "statement", "realtime"])
            yield return Now($"{name}.{clock}", what, Convert);
        yield return Truncate(name, Convert);
    }

    private static Function Now(string name, string what, Func<Value, Instant, Value> convert) =>
        new(
            name,
            $"{name}(zone?)",
            $"Now as {what}.",
            0,
            1,
            (given, around) =>
                given.Length == 0 ? convert(Zone.Utc.At(around.Now), around.Now)
                : Clear.Of(given[0]) is Value.Null ? Value.Nothing
                : convert(Zone.Parse(Arguments.Text(given[0], name)).At(around.Now), around.Now)
        );

    private static Function Truncate(string name, Func<Value, Instant, Value> convert) =>
        new(
            $"{name}.truncate",
            $"{name}.truncate(unit, time, parts?)",
            "A time cut off below a unit, e.g. 'month', with parts set anew.",
            1,
            3,
            (given, around) =>
            {
                if (!Arguments.Known(given))
                    return Value.Nothing;
                var time = given.Length > 1 ? Clear.Of(given[1]) : Zone.Utc.At(around.Now);
                var parts = given.Length < 3 ? new Value.Map(Properties.None) : Clear.Of(given[2]) as Value.Map;
                return parts is null
                    ? throw QueryFaults.ArgumentMisfit($"{name}.truncate()", given[2], "a map of parts")
                    : Placed(convert(Cut(name, Truncating.UnitOf(given[0]), time, parts), around.Now), time, parts);
            }
        );

    // Of the hour that clocks show twice, in the one that was cut.
    private static Value Placed(Value cut, Value time, Value.Map parts) =>
        (cut, time) is (Value.DateTime { Stamp: var stamp }, Value.DateTime whole) && !parts.Entries.ContainsKey("timezone")
            ? Zone.Of(whole).At(stamp.LocalDateTime)
            : cut;

    // The cut time is given on as parts, so that those set anew follow the same rules as in any map.
    private static Value.Map Cut(string name, string unit, Value time, Value.Map parts)
    {
        var entries = parts.Entries;
        var clock = Moments.ClockOf(time) ?? LocalTime.Midnight;
        if (!Truncating.IsOfDays(unit) && (Moments.ClockOf(time) is null || name == "date"))
            throw QueryFaults.InvalidArgument($"{TypeNames.Of(time)} has no {unit} to cut off at.", "Use day, or a longer unit.");
        if (name is not ("localtime" or "time"))
        {
            entries = Moments.DayOf(time) is { } day
                ? entries.SetItem("date", Value.Of(Truncating.Day(unit, day)))
                : throw QueryFaults.ArgumentMisfit($"{name}.truncate()", time, "a time that has a date");
        }
        if (name == "date")
            return new(entries);
        var cut = Truncating.Clock(unit, clock);
        entries = Truncating.WithKeptFraction(unit, cut, new(entries)).Entries.SetItem("time", new Value.LocalTime(cut));
        if (name is "time" or "datetime" && !entries.ContainsKey("timezone") && Moments.ZoneOf(time) is { } zone)
            entries = entries.SetItem("timezone", Value.Of(ZoneText(time, zone)));
        return new(entries);
    }

    private static string ZoneText(Value time, Zone zone) =>
        zone.Name ?? TimeText.Of(time is Value.DateTime stamp ? stamp.Stamp.Offset : ((Value.Time)time).Clock.Offset);

    private static Value? OfDate(Value value, Instant now) =>
        value switch
        {
            Value.Text text => TimeReading.Date(text.Characters),
            Value.Map map => TimeMaking.Date(map),
            _ => Moments.DayOf(value) is { } day ? Value.Of(day) : null,
        };

    private static Value? OfLocalTime(Value value, Instant now) =>
        value switch
        {
            Value.Text text => TimeReading.LocalTime(text.Characters),
            Value.Map map => TimeMaking.LocalTime(map),
            _ => Moments.ClockOf(value) is { } clock ? new Value.LocalTime(clock) : null,
        };

    private static Value? OfTime(Value value, Instant now) =>
        value switch
        {
            Value.Text text => TimeReading.Time(text.Characters),
            Value.Map map => TimeMaking.Time(map, now),
            Value.Time => value,
            Value.DateTime stamp => new Value.Time(stamp.Stamp.ToOffsetTime()),
            _ => Moments.ClockOf(value) is { } clock ? new Value.Time(clock.WithOffset(Offset.Zero)) : null,
        };

    private static Value? OfLocalDateTime(Value value, Instant now) =>
        value switch
        {
            Value.Text text => TimeReading.LocalDateTime(text.Characters),
            Value.Map map => TimeMaking.LocalDateTime(map),
            Value.Date date => new Value.LocalDateTime(date.Day.AtMidnight()),
            Value.LocalDateTime => value,
            Value.DateTime stamp => new Value.LocalDateTime(stamp.Stamp.LocalDateTime),
            _ => null,
        };

    private static Value? OfDateTime(Value value, Instant now) =>
        value switch
        {
            Value.Text text => TimeReading.DateTime(text.Characters),
            Value.Map map => TimeMaking.DateTime(map),
            Value.DateTime => value,
            Value.LocalDateTime stamp => Zone.Utc.At(stamp.Stamp),
            Value.Date date => Zone.Utc.At(date.Day.AtMidnight()),
            _ => null,
        };
}
