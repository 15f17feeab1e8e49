using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How far a thing is from a moment: until it is due, or since somebody last looked (look.md, "The map, as an orrery").</summary>
/// <param name="reading">The moment.</param>
/// <param name="trust">Who looked when, in the same reading.</param>
/// <param name="zone">Where days begin.</param>
public sealed class Distances(Reading reading, Trust trust, DateTimeZone zone)
{
    /// <summary>Fields that say when something is due, the most binding first.</summary>
    private static readonly string[] DueFields =
    [
        "period",
        "due",
        "due-on",
        "by-when",
        "gate-on",
        "pivot-on",
        "done-on",
        "decided-on",
        "expected-on",
    ];

    private readonly Dictionary<string, string[]> _dueFields = new(StringComparer.Ordinal);

    /// <summary>The distance of a thing.</summary>
    /// <param name="entity">Of the reading.</param>
    /// <param name="look">When somebody last looked at it.</param>
    public Distance Of(Entity entity, LastLook? look) =>
        reading.Model.CategoryOf(entity.Kind) switch
        {
            "intent" or "investment" => UntilDue(entity) ?? ByHorizon(entity) ?? SinceLook(entity, look),
            "collaboration" => SinceTending(entity, look),
            "practice" => UntilDue(entity) ?? SinceTending(entity, look),
            _ => SinceLook(entity, look),
        };

    /// <summary>When somebody last looked at it.</summary>
    public LastLook? LookAt(Entity entity) => trust.LookAt(entity);

    private Distance? UntilDue(Entity entity)
    {
        if (DueOf(entity) is not { } due)
            return null;
        var days = (due - reading.Valid).TotalDays;
        return new(Math.Abs(days), days >= 0 ? CountedFrom.Due : CountedFrom.Overdue);
    }

    private Instant? DueOf(Entity entity)
    {
        foreach (var field in DueFieldsOf(entity.Kind))
        {
            var due = entity[field] switch
            {
                Value.Date date => Days.EndOf(date.Day, zone),
                Value.DateTime moment => moment.Instant,
                Value.Period { End: { } last } => Days.EndOf(last, zone),
                _ => (Instant?)null,
            };
            if (due is not null)
                return due;
        }

        return null;
    }

    // Where the model is enforced, a kind has the fields it declares and no others: most have none that is due.
    private string[] DueFieldsOf(string kind)
    {
        if (_dueFields.TryGetValue(kind, out var known))
            return known;
        var fields =
            reading.Model is { Settings.IsEnforced: true } model && model.FindKind(kind) is { } declared
                ? Array.FindAll(DueFields, declared.Fields.ContainsKey)
                : DueFields;
        return _dueFields[kind] = fields;
    }

    private Distance? ByHorizon(Entity entity) =>
        Horizons.Of(reading.Model).MiddleOf(entity["horizon"].AsText) is { } days ? new(days, CountedFrom.Horizon) : null;

    // A source that is read again says that nothing else changed of all it states: that keeps it fresh, and tells nothing of what moves.
    private Distance SinceLook(Entity entity, LastLook? look) =>
        look is { How: LookedHow.Read } && entity.LastTold is { } told ? new(Since(told.At), CountedFrom.LastChange)
        : look is null ? new(null, CountedFrom.Nothing)
        : new(Since(look.At), CountedFrom.LastLook);

    private Distance SinceTending(Entity entity, LastLook? look)
    {
        var last = look is { How: LookedHow.Read } ? entity.LastTold?.At : look?.At;
        foreach (var direction in (ReadOnlySpan<Direction>)[Direction.Out, Direction.In])
        {
            foreach (var relation in entity.Relations(direction))
            {
                var begun = BegunOf(relation);
                if (begun is { } at && !(last >= at))
                    last = at;
            }
        }

        return last is { } tended ? new(Since(tended), CountedFrom.Tending) : new(null, CountedFrom.Nothing);
    }

    private Instant? BegunOf(Relation relation)
    {
        foreach (var life in relation.Lives)
        {
            if (life.Contains(reading.Valid))
                return life.From == Instant.MinValue ? null : life.From;
        }

        return null;
    }

    private double Since(Instant at) => Math.Max(0, (reading.Valid - at).TotalDays);
}
