using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Practice;

/// <summary>Reads what a function of the practice was given; refuses what makes no sense.</summary>
internal static class Given
{
    public static double Number(Value value, string what) => Kinds.NumberOf(value) ?? throw Misfit(what, value, "a number");

    public static double Above0(Value value, string what) =>
        Number(value, what) is > 0 and var number ? number : throw Misfit(what, value, "a number above 0");

    public static double Share(Value value, string what) =>
        Number(value, what) is >= 0 and <= 1 and var share ? share : throw Misfit(what, value, "a share from 0 to 1");

    public static string Text(Value value, string what) => value.AsText ?? throw Misfit(what, value, "a text");

    public static Entity Thing(Value value, Looking looking, string what) =>
        value is Value.Entity { Id: var id } && looking.Reading.Find(id) is { } entity
            ? entity
            : throw Misfit(what, value, "a thing that exists at the moment asked about");

    /// <summary>A length of time in days: a number, a duration, or a period that has an end.</summary>
    public static double Days(Value value, PracticeSettings settings, string what) =>
        value switch
        {
            Value.Integer or Value.Float => Number(value, what),
            Value.Duration length => (length.Months * settings.Number("days-of-a-month"))
                + length.Days
                + ((length.Seconds + (length.Nanoseconds / 1e9)) / NodaConstants.SecondsPerDay),
            Value.Period { Start: { } start, End: { } end } => Period.DaysBetween(start, end) + 1,
            _ => throw Misfit(what, value, "days, a duration, or a period with a start and an end"),
        };

    /// <summary>A range: an interval, a list of two numbers, or a map with low and high. A number stands for itself.</summary>
    public static NumberRange Range(Value value, string what)
    {
        var (low, high) = value switch
        {
            Value.Interval { Low: { } from, High: { } to } => (from, to),
            Value.List { Items: [var from, var to] } => (Number(from, what), Number(to, what)),
            Value.Map { Entries: var entries } when entries.ContainsKey("low") && entries.ContainsKey("high") => (
                Number(entries["low"], what),
                Number(entries["high"], what)
            ),
            Value.Integer or Value.Float => (Number(value, what), Number(value, what)),
            _ => throw Misfit(what, value, "a range: an interval, [low, high] or {low: ..., high: ...}"),
        };
        return low <= high ? new(low, high) : throw Misfit(what, value, "a range whose low is not above its high");
    }

    public static NumberRange? RangeOrNull(Value.Map map, string key) =>
        map.Entries.TryGetValue(key, out var value) && value is not Value.Null ? Range(value, key) : null;

    public static IReadOnlyList<Value> Items(Value value, string what) =>
        value is Value.List list ? list.Items : throw Misfit(what, value, "a list");

    public static Value.Map Map(Value value, string what) => value as Value.Map ?? throw Misfit(what, value, "a map");

    /// <summary>A word that stands for a number, or the number itself.</summary>
    public static double Weight(Value value, PracticeSettings settings, string setting, string what)
    {
        if (value.AsText is not { } word)
            return Above0(value, what);
        return settings.Weight(setting, word)
            ?? throw Misfit(what, value, $"one of {string.Join(", ", settings.Words(setting))}, or a weight");
    }

    public static LocalDate Day(Value value, string what) =>
        value switch
        {
            Value.Date { Day: var day } => day,
            Value.LocalDateTime { Stamp: var stamp } => stamp.Date,
            Value.DateTime { Stamp: var stamp } => stamp.Date,
            _ => throw Misfit(what, value, "a date"),
        };

    public static FaultException Misfit(string what, Value value, string wanted) =>
        new(PracticeFaults.Argument(what, ValueText.Of(value), wanted));
}
