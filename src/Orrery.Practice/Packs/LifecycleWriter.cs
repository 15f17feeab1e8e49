using Orrery.Graph;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Writes a lifecycle as <see cref="LifecycleReader"/> reads it.</summary>
internal static class LifecycleWriter
{
    public static YamlNotes Write(LifecycleDefinition lifecycle)
    {
        var (moves, gates) = (new YamlNotes(), new YamlNotes());
        foreach (var move in lifecycle.Moves)
            moves.With(move.From, new YamlSequenceNode(move.To.Select(to => new YamlScalarNode(to))));
        foreach (var state in lifecycle.Gates.GroupBy(gate => gate.State))
            gates.With(state.Key, new YamlSequenceNode(state.Select(gate => Write(gate).ToNode()!)));
        return new YamlNotes()
            .With("title", lifecycle.Title)
            .With("description", lifecycle.Description)
            .With("field", lifecycle.Field)
            .With("states", lifecycle.States)
            .With("moves", moves.ToNode())
            .With("gates", gates.ToNode());
    }

    private static YamlNotes Write(LifecycleGate gate)
    {
        var notes = new YamlNotes().With("title", gate.Title);
        if (gate.Ask is GateAsk.Field { Symbol: var field })
            notes.With("field", field);
        if (gate.Ask is GateAsk.Relation { Type: var type, Direction: var direction })
            notes.With("relation", type).With("direction", direction == Direction.In ? "in" : "out");
        return notes.With("unless", gate.Unless).With("after", PackWriter.Whole(gate.AfterDays));
    }
}
