using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads a lifecycle of a pack (docs/packs.md).</summary>
internal static class LifecycleReader
{
    private static readonly ImmutableArray<string> Directions = ["out", "in"];

    public static LifecycleDefinition Read(string symbol, YamlMap map) =>
        new(
            symbol,
            map.Text("title") ?? PackReader.Humane(symbol),
            map.Required("description"),
            map.Text("field") ?? "status",
            map.Required("states"),
            Moves(map),
            Gates(map),
            map.Place
        );

    private static ImmutableArray<LifecycleMove> Moves(YamlMap map) =>
        map.Map("moves") is { } moves ? [.. moves.Keys.Select(from => new LifecycleMove(from, moves.Texts(from)))] : [];

    private static ImmutableArray<LifecycleGate> Gates(YamlMap map) =>
        map.Map("gates") is { } gates
            ? [.. gates.Keys.SelectMany(state => gates.Maps(state).Select(line => Gate(state, line)).OfType<LifecycleGate>())]
            : [];

    private static LifecycleGate? Gate(string state, YamlMap map)
    {
        var gate = Ask(map) is { } ask
            ? new LifecycleGate(state, map.Required("title"), ask, map.Text("unless"), map.Whole("after"), map.Place)
            : null;
        map.Close();
        return gate;
    }

    private static GateAsk? Ask(YamlMap map)
    {
        var direction = FieldReader.OneOf(map, "direction", Directions) == "in" ? Direction.In : Direction.Out;
        switch (map.Text("field"), map.Text("relation"))
        {
            case ({ } field, null) when !map.Has("direction"):
                return new GateAsk.Field(field);
            case (null, { } relation):
                return new GateAsk.Relation(relation, direction);
            default:
                map.Text("title");
                map.Text("unless");
                map.Text("after");
                map.Faults.Add(
                    PackFaults.BadAsk(
                        map.Place,
                        "a line of a checklist asks for one field, or for one relation and its direction"
                    )
                );
                return null;
        }
    }
}
