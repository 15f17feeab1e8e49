using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle;

/// <summary>What a reading shows, as two plain lists. A relation that others start or end at is a node too.</summary>
internal sealed class OracleGraph
{
    public OracleGraph(Reading reading)
        : this(
            reading.Entities().Select(entity => new OracleNode(entity.Id, entity.Labels, entity.Fields)),
            reading.Relations().Select(r => new OracleRelation(r.Id, r.Type, r.FromId, r.ToId, r.Fields))
        ) { }

    public OracleGraph(IEnumerable<OracleNode> entities, IEnumerable<OracleRelation> relations)
    {
        Relations = [.. relations];
        var ends = Relations.SelectMany(relation => (Id[])[relation.From, relation.To]).ToHashSet();
        Nodes =
        [
            .. entities,
            .. Relations.Where(relation => ends.Contains(relation.Id)).Select(r => new OracleNode(r.Id, ["Relation"], r.Fields)),
        ];
    }

    public ImmutableArray<OracleNode> Nodes { get; }

    public ImmutableArray<OracleRelation> Relations { get; }

    public OracleNode Node(Id id) => Nodes.Single(node => node.Id == id);

    public OracleRelation Relation(Id id) => Relations.Single(relation => relation.Id == id);
}

/// <summary>An entity, or a relation that is pointed at.</summary>
internal sealed record OracleNode(Id Id, ImmutableArray<string> Labels, ImmutableSortedDictionary<string, Value> Fields);

/// <summary>A relation between two nodes.</summary>
internal sealed record OracleRelation(Id Id, string Type, Id From, Id To, ImmutableSortedDictionary<string, Value> Fields);
