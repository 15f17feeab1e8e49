using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What installing a lifecycle asks of a graph (docs/packs.md, "What it installs").</summary>
internal static class LifecycleCommands
{
    public static GraphCommand Define(LifecycleDefinition lifecycle, Catalogue catalogue, (string, Value) from) =>
        PackCommands.Entity(
            MetaKinds.Lifecycle,
            lifecycle.Symbol,
            lifecycle.Title,
            ("description", Value.Of(lifecycle.Description)),
            ("field", Value.Of(lifecycle.Field)),
            ("enumeration", Value.Of(lifecycle.States)),
            ("states", PackCommands.List(catalogue.FindEnumeration(lifecycle.States)!.Options.Select(o => o.Symbol))),
            ("moves", Record([.. lifecycle.Moves.Select(move => (move.From, PackCommands.List(move.To)))])),
            ("gates", Value.Of(lifecycle.Gates.Select(Gate))),
            from
        );

    private static Value Gate(LifecycleGate gate) =>
        Record(
            ("state", Value.Of(gate.State)),
            ("title", Value.Of(gate.Title)),
            ("field", Value.Of((gate.Ask as GateAsk.Field)?.Symbol)),
            ("relation", Value.Of((gate.Ask as GateAsk.Relation)?.Type)),
            ("direction", Value.Of(DirectionOf(gate.Ask))),
            ("unless", Value.Of(gate.Unless)),
            ("after", gate.AfterDays is { } days ? Value.Of((long)days) : Value.Nothing)
        );

    private static string? DirectionOf(GateAsk ask) =>
        ask is GateAsk.Relation relation ? (relation.Direction == Direction.In ? "in" : "out") : null;

    private static Value.Map Record(params ImmutableArray<(string Name, Value Value)> parts) =>
        new Value.Map(Properties.Of([.. parts.Where(part => !part.Value.IsNothing)]));
}
