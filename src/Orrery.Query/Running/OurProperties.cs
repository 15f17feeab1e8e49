using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What entities and relations have besides their fields: <c>n.ref</c>, <c>n.id</c>, <c>n.kind</c>, <c>r.type</c>; a field of that name wins.</summary>
internal static class OurProperties
{
    public static readonly IReadOnlyList<string> Names = ["id", "kind", "ref", "type"];

    public static Cell Find(QueryGraph graph, int node, string name) =>
        name switch
        {
            "id" => Text(graph.IdOf(node).ToString()),
            "ref" when node >= 0 => RefOf(graph, node) is { } found ? Text(found) : default,
            "kind" when node >= 0 => graph.LabelsOf(node) is [var first, ..] ? Text(first) : default,
            "type" when node < 0 => Text(graph.TypeOf(~node)),
            _ => default,
        };

    /// <summary>The ref of an entity, or null.</summary>
    public static string? RefOf(QueryGraph graph, int node) =>
        node < graph.Ground.EntityCount ? graph.Ground.EntityOf(node).Ref?.ToString() : null;

    private static Cell Text(string text) => Cell.OfPlain(Value.Of(text));
}
