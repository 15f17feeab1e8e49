using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads a lifecycle back from the entity that installing it made (docs/packs.md, "What it installs").</summary>
internal static class LifecycleReading
{
    // What is read from a workspace stands in no file.
    private static readonly Place Here = new("workspace", 1);

    public static LifecycleDefinition Of(Entity lifecycle) =>
        new(
            lifecycle["symbol"].AsText ?? lifecycle.Ref?.Key ?? "",
            lifecycle.Title,
            lifecycle["description"].AsText ?? "",
            lifecycle["field"].AsText ?? "status",
            lifecycle["enumeration"].AsText ?? "",
            lifecycle["moves"] is Value.Map moves
                ?
                [
                    .. StatesOf(lifecycle)
                        .Where(moves.Entries.ContainsKey)
                        .Select(state => new LifecycleMove(state, Texts(moves.Entries[state]))),
                ]
                : [],
            lifecycle["gates"] is Value.List gates ? [.. gates.Items.OfType<Value.Map>().Select(GateOf)] : [],
            Here
        );

    /// <summary>The symbols of its states; things begin in the first.</summary>
    public static ImmutableArray<string> StatesOf(Entity lifecycle) => Texts(lifecycle["states"]);

    private static LifecycleGate GateOf(Value.Map gate)
    {
        string? Said(string part) => gate.Entries.GetValueOrDefault(part)?.AsText;
        return new(
            Said("state") ?? "",
            Said("title") ?? "",
            Said("relation") is { } type
                ? new GateAsk.Relation(type, Said("direction") == "in" ? Direction.In : Direction.Out)
                : new GateAsk.Field(Said("field") ?? ""),
            Said("unless"),
            (int?)(gate.Entries.GetValueOrDefault("after") as Value.Integer)?.Number,
            Here
        );
    }

    private static ImmutableArray<string> Texts(Value value) =>
        value is Value.List list ? [.. list.Items.Select(item => item.AsText).OfType<string>()] : [];
}
