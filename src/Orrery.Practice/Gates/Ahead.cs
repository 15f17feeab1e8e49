using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A reading as it would be with some events more.</summary>
/// <param name="reading">The graph without them.</param>
/// <param name="told">The events, by whatever they speak of: <see cref="By"/>.</param>
internal sealed class Ahead(Reading reading, ILookup<Id, GraphEvent> told)
{
    public Reading Reading => reading;

    public static ILookup<Id, GraphEvent> By(ImmutableArray<GraphEvent> events) =>
        events
            .SelectMany(happened => GraphRules.SubjectsOf(happened).Distinct().Select(subject => (subject, happened)))
            .ToLookup(pair => pair.subject, pair => pair.happened);

    /// <summary>What a field says; nothing when it says nothing.</summary>
    public Value ValueOf(Id thing, string field) =>
        Of<GraphEvent.FieldSet>(thing).LastOrDefault(set => set.Field == field && set.During.Contains(reading.Valid)) is { } set
            ? set.Value
            : reading.ValueOf(thing, field);

    public bool HasObservations(Id thing, string field) =>
        Of<GraphEvent.SeriesAppended>(thing).Any(added => added.Field == field)
        || reading.FindAnyTime(thing)?.Series(field) is { IsEmpty: false };

    public string KindOf(Id thing)
    {
        var labels =
            Of<GraphEvent.LabelsSet>(thing).LastOrDefault(set => set.During.Contains(reading.Valid))?.Labels
            ?? Of<GraphEvent.EntityCreated>(thing).FirstOrDefault()?.Labels
            ?? reading.FindAnyTime(thing)?.Labels
            ?? [];
        return labels is [var kind, ..] ? kind : "";
    }

    /// <summary>The title and the ref, as far as there are any.</summary>
    public string NameOf(Id thing)
    {
        var name =
            Of<GraphEvent.EntityCreated>(thing).FirstOrDefault()?.Ref?.ToString()
            ?? reading.FindAnyTime(thing)?.ToString()
            ?? thing.ToString();
        return ValueOf(thing, "title").AsText is { Length: > 0 } title ? $"{title} ({name})" : name;
    }

    /// <summary>The relations of a type that hold at a thing in a direction; in both where the type holds both ways.</summary>
    public IEnumerable<Id> RelationsOf(Id thing, GateAsk.Relation ask)
    {
        var isBoth = reading.Model.FindRelationType(ask.Type) is { IsSymmetric: true };
        return ((Direction[])[Direction.Out, Direction.In])
            .Where(direction => isBoth || direction == ask.Direction)
            .SelectMany(direction => Held(thing, ask.Type, direction).Concat(Told(thing, ask.Type, direction)))
            .Distinct()
            .Where(relation => !IsEnded(relation));
    }

    private IEnumerable<Id> Held(Id thing, string type, Direction direction) =>
        reading.Find(thing)?.Relations(direction, type).Select(relation => relation.Id) ?? [];

    private IEnumerable<Id> Told(Id thing, string type, Direction direction) =>
        Of<GraphEvent.RelationCreated>(thing)
            .Where(made =>
                made.Type == type
                && (direction == Direction.Out ? made.From : made.To) == thing
                && made.Exists.Contains(reading.Valid)
            )
            .Select(made => made.Subject);

    private bool IsEnded(Id relation) =>
        told[relation]
            .LastOrDefault(happened =>
                happened switch
                {
                    GraphEvent.Retired gone => gone.During.Contains(reading.Valid),
                    GraphEvent.Restored back => back.During.Contains(reading.Valid),
                    _ => false,
                }
            ) is GraphEvent.Retired;

    private IEnumerable<T> Of<T>(Id thing)
        where T : GraphEvent => told[thing].OfType<T>();
}
