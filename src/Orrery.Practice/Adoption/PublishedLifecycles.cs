using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads a lifecycle back from its entity.</summary>
internal static class PublishedLifecycles
{
    public static LifecycleDefinition Of(Entity lifecycle) =>
        new(
            Publishing.SymbolOf(lifecycle),
            lifecycle.Title,
            lifecycle["description"].AsText ?? "",
            lifecycle["field"].AsText ?? "status",
            lifecycle["enumeration"].AsText ?? "",
            Moves(lifecycle),
            lifecycle["gates"] is Value.List gates ? [.. gates.Items.OfType<Value.Map>().Select(gate => Gate(gate.Entries))] : [],
            Publishing.Here
        );

    // A record has no order of its own: that of the states is the order of the text.
    private static ImmutableArray<LifecycleMove> Moves(Entity lifecycle) =>
        lifecycle["moves"] is Value.Map { Entries: var moves }
            ?
            [
                .. Publishing
                    .Texts(lifecycle["states"])
                    .Where(moves.ContainsKey)
                    .Select(state => new LifecycleMove(state, Publishing.Texts(moves[state]))),
            ]
            : [];

    private static LifecycleGate Gate(ImmutableSortedDictionary<string, Value> line)
    {
        string? Text(string name) => line.GetValueOrDefault(name, Value.Nothing).AsText;
        var direction = Text("direction") == "in" ? Direction.In : Direction.Out;
        return new(
            Text("state") ?? "",
            Text("title") ?? "",
            Text("relation") is { } type ? new GateAsk.Relation(type, direction) : new GateAsk.Field(Text("field") ?? ""),
            Text("unless"),
            (int?)(line.GetValueOrDefault("after", Value.Nothing) as Value.Integer)?.Number,
            Publishing.Here
        );
    }
}
