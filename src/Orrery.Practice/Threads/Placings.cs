using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How far ahead things are meant.</summary>
/// <param name="reading">The moment.</param>
/// <param name="zone">Where days begin.</param>
public sealed class Placings(Reading reading, DateTimeZone zone)
{
    /// <summary>The fields that say until when something is meant, the most binding first.</summary>
    private static readonly string[] DueFields = ["period", "due", "due-on", "by-when", "pivot-on"];

    private readonly Horizons _horizons = Horizons.Of(reading.Model);

    /// <summary>Where a thing lies: as somebody said, else by when it is due, else by the period of what it is to reach; null when nothing says.</summary>
    public Placing? Of(Entity entity)
    {
        var due = DueOf(entity);
        if (entity["horizon"].AsText is ['h', >= '0' and <= '6' and var digit])
            return new(digit - '0', due);
        // What is overdue is nearest of all.
        return due is { } at ? new(_horizons.At(Math.Max(0, (at - reading.Valid).TotalDays)), due) : null;
    }

    private Instant? DueOf(Entity entity) =>
        DueFields.Select(field => EndOf(entity[field])).FirstOrDefault(due => due is not null)
        ?? entity.Relations(Direction.Out).Select(relation => EndOf(relation["period"])).Where(due => due is not null).Max();

    private Instant? EndOf(Value value) =>
        value switch
        {
            Value.Date { Day: var day } => Days.EndOf(day, zone),
            Value.DateTime moment => moment.Instant,
            Value.Period { End: { } last } => Days.EndOf(last, zone),
            _ => null,
        };
}

/// <summary>Where a thing lies among the horizons.</summary>
/// <param name="Horizon">From 0, hours, to 6, decades.</param>
/// <param name="Due">When it is due; null when only its horizon is said.</param>
public sealed record Placing(int Horizon, Instant? Due);
