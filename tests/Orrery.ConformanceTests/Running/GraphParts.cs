using Orrery.Graph;
using Orrery.Query;

namespace Orrery.ConformanceTests;

/// <summary>Everything that openCypher counts: a label counts once for the whole graph, a property once for each thing, key and value.</summary>
internal sealed record GraphParts(
    HashSet<Id> Nodes,
    HashSet<Id> Relationships,
    HashSet<(Id Owner, string Key, Value Value)> Properties,
    HashSet<string> Labels
)
{
    public static readonly ChangeCounts NoChanges = new(0, 0, 0, 0, 0, 0, 0, 0);

    public static GraphParts Of(Reading reading)
    {
        var (entities, relations) = (reading.Entities().ToArray(), reading.Relations().ToArray());
        return new(
            [.. entities.Select(entity => entity.Id)],
            [.. relations.Select(relation => relation.Id)],
            [
                .. entities.SelectMany(entity => entity.Fields.Select(field => (entity.Id, field.Key, field.Value))),
                .. relations.SelectMany(relation => relation.Fields.Select(field => (relation.Id, field.Key, field.Value))),
            ],
            [.. entities.SelectMany(entity => entity.Labels)]
        );
    }

    public static ChangeCounts Changes(GraphParts before, GraphParts after) =>
        new(
            Added(before.Nodes, after.Nodes),
            Added(after.Nodes, before.Nodes),
            Added(before.Relationships, after.Relationships),
            Added(after.Relationships, before.Relationships),
            Added(before.Properties, after.Properties),
            Added(after.Properties, before.Properties),
            Added(before.Labels, after.Labels),
            Added(after.Labels, before.Labels)
        );

    /// <summary>The counts that a table of the kit states: <c>| +nodes | 1 |</c>.</summary>
    public static ChangeCounts Read(Step step) =>
        step.Table.Aggregate(
            NoChanges,
            (counts, row) =>
                (row[0], int.Parse(row[1])) switch
                {
                    ("+nodes", var many) => counts with { NodesCreated = many },
                    ("-nodes", var many) => counts with { NodesDeleted = many },
                    ("+relationships", var many) => counts with { RelationshipsCreated = many },
                    ("-relationships", var many) => counts with { RelationshipsDeleted = many },
                    ("+properties", var many) => counts with { PropertiesSet = many },
                    ("-properties", var many) => counts with { PropertiesRemoved = many },
                    ("+labels", var many) => counts with { LabelsAdded = many },
                    ("-labels", var many) => counts with { LabelsRemoved = many },
                    _ => throw new InvalidDataException($"'{row[0]}' is no side effect."),
                }
        );

    private static int Added<T>(HashSet<T> before, HashSet<T> after) => after.Count(item => !before.Contains(item));
}
