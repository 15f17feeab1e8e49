using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What the fields of a thing say about when it comes back.</summary>
public abstract record RecurringReading
{
    private RecurringReading() { }

    /// <summary>It can be put on days.</summary>
    public sealed record Placed(Recurring When) : RecurringReading;

    /// <summary>It comes back, but nobody can tell on which days.</summary>
    /// <param name="Why">What is missing.</param>
    /// <param name="Said">What is said instead, or null.</param>
    public sealed record Unclear(Unplaced Why, string? Said) : RecurringReading;

    /// <summary>It says nothing of coming back.</summary>
    public sealed record None : RecurringReading;

    /// <summary>Reads the fields <c>rhythm</c> (a record as the transform <c>cadence</c> makes it), <c>cadence</c>, <c>weekday</c>, <c>at</c>, <c>zone</c>, <c>length</c>.</summary>
    /// <param name="entity">Whose fields.</param>
    /// <param name="understand">Makes such a record of a cadence in words, or null.</param>
    public static RecurringReading Of(Entity entity, Func<string, Value.Map?> understand)
    {
        var (cadence, weekday, at) = (entity["cadence"].AsText, entity["weekday"].AsText, entity["at"].AsText);
        if (entity["rhythm"] is not Value.Map && cadence is null && weekday is null && at is null)
            return new None();
        var zone = entity["zone"].AsText is { Length: > 0 } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null;
        if (zone is null && entity["zone"].AsText is { Length: > 0 } unknown)
            return new Unclear(Unplaced.UnknownZone, unknown);
        if ((entity["rhythm"] as Value.Map ?? (cadence is null ? null : understand(cadence))) is not { } rhythm)
            return cadence is null ? new Unclear(Unplaced.NoRhythm, null) : new Unclear(Unplaced.WordsOnly, cadence);
        var days = Days(rhythm, weekday);
        return Missing(rhythm, days) is { } why
            ? new Unclear(why, cadence)
            : new Placed(
                new(days, TimeOf(at), zone, LengthOf(entity["length"]), rhythm.Entries.GetValueOrDefault("note")?.AsText)
            );
    }

    private static Unplaced? Missing(Value.Map rhythm, Recurrence days) =>
        days.Unit switch
        {
            RecurrenceUnit.Year => days.Starts is null ? Unplaced.NoDay : null,
            RecurrenceUnit.Day => null,
            _ when days.Days.IsEmpty => Unplaced.NoDay,
            RecurrenceUnit.Month when days.Places.IsEmpty => Number(rhythm, "times", 1) > 1
                ? Unplaced.SeveralTimes
                : Unplaced.NoPlace,
            _ => null,
        };

    private static Recurrence Days(Value.Map rhythm, string? weekday)
    {
        var said = Items(rhythm, "days").Select(item => DayOf(item.AsText)).OfType<IsoDayOfWeek>();
        var days = said.Concat(DayOf(weekday) is { } day ? [day] : []).Distinct().Order();
        var places = Items(rhythm, "on").OfType<Value.Integer>().Select(place => (int)place.Number);
        var unit = rhythm.Entries.GetValueOrDefault("unit")?.AsText switch
        {
            "day" => RecurrenceUnit.Day,
            "month" => RecurrenceUnit.Month,
            "year" => RecurrenceUnit.Year,
            _ => RecurrenceUnit.Week,
        };
        var starts = rhythm.Entries.GetValueOrDefault("starts") is Value.Date { Day: var first } ? first : (LocalDate?)null;
        return new(Number(rhythm, "every", 1), unit, [.. days], [.. places], starts);
    }

    private static ImmutableArray<Value> Items(Value.Map rhythm, string name) =>
        rhythm.Entries.GetValueOrDefault(name) is Value.List list ? list.Items : [];

    private static int Number(Value.Map rhythm, string name, int otherwise) =>
        rhythm.Entries.GetValueOrDefault(name) is Value.Integer { Number: > 0 and <= 1_000 and var number }
            ? (int)number
            : otherwise;

    private static IsoDayOfWeek? DayOf(string? name) =>
        Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var day) && Enum.IsDefined(day) && day != IsoDayOfWeek.None
            ? day
            : null;

    private static LocalTime? TimeOf(string? text) =>
        text is not null
        && LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(text.Trim()) is { Success: true, Value: var at }
            ? at
            : null;

    private static Duration? LengthOf(Value value) =>
        value
            is Value.Duration { Months: 0, Days: >= 0 and < 1_000 and var days, Seconds: >= 0 and < 100_000_000 and var seconds }
            ? Duration.FromDays(days) + Duration.FromSeconds(seconds)
            : null;
}
