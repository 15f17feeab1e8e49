using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using static Orrery.Query.StandardProcedures;

namespace Orrery.Query;

/// <summary>What patterns cannot say: what came, went and changed; what was said of one thing; how a field went over time.</summary>
internal static class TimeProcedures
{
    public static ImmutableArray<Procedure> All { get; } =
    [
        new(
            "changes",
            "In what two moments differ: what came, what went, which fields changed. 'from' and 'to' are dates or date-times, as we know it now.",
            [Field("from", ProcedureType.Temporal), Field("to", ProcedureType.Temporal)],
            [
                Field("change", ProcedureType.String),
                Field("thing", ProcedureType.Any),
                Field("field", ProcedureType.String),
                Field("was", ProcedureType.Any),
                Field("now", ProcedureType.Any),
            ],
            (looking, arguments) => Changes(looking.Reading, arguments[0], arguments[1])
        ),
        new(
            "history",
            "Everything recorded about an entity and its relations, oldest first.",
            [Field("entity", ProcedureType.Node)],
            [
                Field("revision", ProcedureType.Integer),
                Field("recorded", ProcedureType.Temporal),
                Field("by", ProcedureType.String),
                Field("why", ProcedureType.String),
                Field("event", ProcedureType.String),
                Field("field", ProcedureType.String),
                Field("value", ProcedureType.Any),
                Field("from", ProcedureType.Temporal),
                Field("to", ProcedureType.Temporal),
            ],
            (looking, arguments) => History(looking.Reading, arguments[0])
        ),
        new(
            "timeline",
            "The values of one field over time: each with the stretch in which it holds and the revision that says so.",
            [Field("thing", ProcedureType.Any), Field("field", ProcedureType.String)],
            [
                Field("value", ProcedureType.Any),
                Field("from", ProcedureType.Temporal),
                Field("to", ProcedureType.Temporal),
                Field("revision", ProcedureType.Integer),
            ],
            (looking, arguments) => Timeline(looking.Reading, arguments[0], arguments[1].AsText ?? "")
        ),
        new(
            "series",
            "The observations of a field that is a series, oldest first, up to the moment that is asked of.",
            [Field("thing", ProcedureType.Node), Field("field", ProcedureType.String)],
            [Field("at", ProcedureType.Temporal), Field("value", ProcedureType.Float)],
            (looking, arguments) => Observed(looking.Reading, arguments[0], arguments[1].AsText ?? "")
        ),
        new(
            "lives",
            "The stretches of time in which an entity or a relation exists.",
            [Field("thing", ProcedureType.Any)],
            [Field("from", ProcedureType.Temporal), Field("to", ProcedureType.Temporal)],
            (looking, arguments) =>
                LivesOf(looking.Reading, arguments[0]).Select(life => ImmutableArray.Create(Start(life), End(life)))
        ),
    ];

    /// <summary>The stretches of a thing, whenever they are.</summary>
    public static ImmutableArray<Validity> LivesOf(Reading reading, Value thing) =>
        thing switch
        {
            Value.Entity e => reading.FindAnyTime(e.Id)?.Lives ?? reading.FindRelationAnyTime(e.Id)?.Lives ?? [],
            Value.Relation r => reading.FindRelationAnyTime(r.Id)?.Lives ?? [],
            _ => [],
        };

    /// <summary>When a stretch begins; nothing when it always held.</summary>
    public static Value Start(Validity during) => during.From == Instant.MinValue ? Value.Nothing : Value.Of(during.From);

    /// <summary>When a stretch ends; nothing when no end is known.</summary>
    public static Value End(Validity during) => during.To == Instant.MaxValue ? Value.Nothing : Value.Of(during.To);

    private static IEnumerable<ImmutableArray<Value>> Changes(Reading reading, Value from, Value to)
    {
        if (from.IsNothing || to.IsNothing)
            yield break;
        var earlier = reading.Snapshot.Read(InstantOf(from, reading), reading.Now, reading.Mask);
        var later = reading.Snapshot.Read(InstantOf(to, reading), reading.Now, reading.Mask);
        foreach (var difference in Differing.Between(earlier, later))
        {
            yield return difference switch
            {
                Difference.EntityCame d => Row("came", new Value.Entity(d.Subject), null, Value.Nothing, Value.Nothing),
                Difference.EntityWent d => Row("went", new Value.Entity(d.Subject), null, Value.Nothing, Value.Nothing),
                Difference.RelationCame d => Row("came", new Value.Relation(d.Subject), null, Value.Nothing, Value.Nothing),
                Difference.RelationWent d => Row("went", new Value.Relation(d.Subject), null, Value.Nothing, Value.Nothing),
                Difference.FieldChanged d => Row("changed", new Value.Entity(d.Subject), d.Field, d.Was, d.Now),
                Difference.RelationFieldChanged d => Row("changed", new Value.Relation(d.Subject), d.Field, d.Was, d.Now),
                Difference.KindChanged d => Row("changed", new Value.Entity(d.Subject), "kind", Value.Of(d.Was), Value.Of(d.Now)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    private static ImmutableArray<Value> Row(string change, Value thing, string? field, Value was, Value now) =>
        [Value.Of(change), thing, TextOf(field), was, now];

    private static IEnumerable<ImmutableArray<Value>> History(Reading reading, Value thing)
    {
        if (thing is not Value.Entity { Id: var id } || reading.FindAnyTime(id) is not { } entity)
            yield break;
        foreach (var recorded in entity.Recorded())
        {
            var cause = reading.Snapshot.CauseOf(recorded.Revision);
            var (name, field, value, during) = Told(recorded.Event);
            yield return
            [
                Value.Of(recorded.Revision.Value),
                Value.Of(cause.Recorded),
                Value.Of(cause.Cause.Actor),
                TextOf(cause.Cause.Why),
                Value.Of(name),
                TextOf(field),
                value,
                Start(during),
                End(during),
            ];
        }
    }

    private static (string Name, string? Field, Value Value, Validity During) Told(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated e => ("created", null, Value.Nothing, e.Exists),
            GraphEvent.RelationCreated e => ("related", e.Type, new Value.Relation(e.Subject), e.Exists),
            GraphEvent.FieldSet e => ("set", e.Field, e.Value is Value.Personal p ? p.Clear ?? Value.Nothing : e.Value, e.During),
            GraphEvent.LabelsSet e => ("kind given", null, Value.Of(string.Join(", ", e.Labels)), e.During),
            GraphEvent.Retired e => ("retired", null, Value.Nothing, e.During),
            GraphEvent.Restored e => ("restored", null, Value.Nothing, e.During),
            GraphEvent.RefGiven e => ("ref given", null, Value.Of(e.Ref.ToString()), Validity.Always),
            GraphEvent.SeriesAppended e => ("observed", e.Field, Value.Of((long)e.Points.Length), Validity.Always),
            GraphEvent.RefWithdrawn => ("ref taken back", null, Value.Nothing, Validity.Always),
            GraphEvent.SeriesWithdrawn e => ("observations taken back", e.Field, Value.Nothing, Validity.Always),
            _ => ("other", null, Value.Nothing, Validity.Always),
        };

    private static IEnumerable<ImmutableArray<Value>> Timeline(Reading reading, Value thing, string field)
    {
        var facts = thing switch
        {
            Value.Entity e => reading.FindAnyTime(e.Id)?.Timeline(field)
                ?? reading.FindRelationAnyTime(e.Id)?.Timeline(field)
                ?? [],
            Value.Relation r => reading.FindRelationAnyTime(r.Id)?.Timeline(field) ?? [],
            _ => [],
        };
        return facts.Select(fact =>
            ImmutableArray.Create(fact.Value, Start(fact.During), End(fact.During), Value.Of(fact.Revision.Value))
        );
    }

    private static IEnumerable<ImmutableArray<Value>> Observed(Reading reading, Value thing, string field) =>
        thing is Value.Entity { Id: var id } && reading.FindAnyTime(id) is { } entity
            ? entity.Series(field).Select(point => ImmutableArray.Create(Value.Of(point.At), Value.Of(point.Value)))
            : [];

    private static Instant InstantOf(Value value, Reading reading) =>
        NamedMoment.Find(value, reading) ?? throw QueryFaults.NoMoment(value);
}
