using NodaTime;

namespace Orrery.Graph;

/// <summary>The model once events have happened that nobody has recorded yet: what a later command of the same change may rely on.</summary>
internal static class ModelAfter
{
    private static readonly Instant AnyTime = Instant.FromUtc(9000, 1, 1, 0, 0);
    private static readonly Cause Nobody = new("", Origin.Product);
    private static readonly string[] Parts = [MetaKinds.Workspace, MetaKinds.Kind, MetaKinds.Field, MetaKinds.RelationType];

    /// <summary>Whether a thing of these labels is a part of the model that rules hold by.</summary>
    public static bool IsPart(IEnumerable<string> labels) => labels.Any(Parts.Contains);

    /// <summary>Whether a relation of this type ties parts of the model.</summary>
    public static bool IsTie(string type) => type is "is-a" or "has-field" or "from-kind" or "to-kind";

    /// <summary>The model as it is then.</summary>
    /// <param name="snapshot">What there is.</param>
    /// <param name="events">What happens, in order; what of it is not about the model does not matter.</param>
    /// <param name="mask">What the asker may not see.</param>
    /// <remarks>Cost: all parts of the model, a few milliseconds for the largest. They are told to an empty graph, so that one reading of models serves both.</remarks>
    public static Model Of(GraphSnapshot snapshot, IEnumerable<GraphEvent> events, Mask mask)
    {
        var reading = new Reading(snapshot, AnyTime, AnyTime, mask);
        var parts = Parts.SelectMany(reading.EverWithLabel).DistinctBy(part => part.Id).ToDictionary(part => part.Id);
        HashSet<Id> known = [.. parts.Keys];
        List<GraphEvent> told = [.. parts.Values.SelectMany(Told)];
        told.AddRange(parts.Values.SelectMany(part => TiesOf(part, known)));
        known.UnionWith(told.OfType<GraphEvent.RelationCreated>().Select(tie => tie.Subject));
        told.AddRange(events.Where(happened => Concerns(happened, known)));
        return Model.Of(GraphSnapshot.Empty().Apply(new(Revision.Start.Next, Instant.MinValue, Nobody, [.. told])));
    }

    private static IEnumerable<GraphEvent> Told(Entity part) =>
        [
            new GraphEvent.EntityCreated(part.Id, part.Labels, part.Ref, part.Exists ? Validity.Always : Validity.Never),
            .. part.Fields.Select(field => new GraphEvent.FieldSet(part.Id, field.Key, field.Value, Validity.Always)),
        ];

    // Those that have ended too, and those of parts that have: they may come back.
    private static IEnumerable<GraphEvent.RelationCreated> TiesOf(Entity part, HashSet<Id> parts) =>
        AllRelations
            .Of(part.Reading, part.Node, Direction.Out)
            .Select(number => new Relation(part.Reading, number))
            .Where(tie => IsTie(tie.Type) && parts.Contains(tie.ToId))
            .Select(tie => new GraphEvent.RelationCreated(
                tie.Id,
                tie.Type,
                part.Id,
                tie.ToId,
                tie.Lives.Any(during => during.Contains(AnyTime)) ? Validity.Always : Validity.Never
            ));

    private static bool Concerns(GraphEvent happened, HashSet<Id> known) =>
        happened switch
        {
            GraphEvent.EntityCreated e => IsPart(e.Labels) && known.Add(e.Subject),
            GraphEvent.RelationCreated e => IsTie(e.Type)
                && known.Contains(e.From)
                && known.Contains(e.To)
                && known.Add(e.Subject),
            GraphEvent.FieldSet e => known.Contains(e.Subject),
            GraphEvent.Retired e => known.Contains(e.Subject),
            GraphEvent.Restored e => known.Contains(e.Subject),
            GraphEvent.LabelsSet e => known.Contains(e.Subject),
            GraphEvent.RefGiven e => known.Contains(e.Subject),
            _ => false,
        };
}
