using System.Collections.Immutable;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Bench;

/// <summary>The harness's history as proposals, to go through the engine as an import would.</summary>
internal static class HarnessCommands
{
    public static IEnumerable<Proposal> Proposals(HarnessGraph harness) =>
        harness
            .Changes()
            .Select(change => new Proposal(
                [.. change.Events.Select(Command)],
                change.Cause,
                Instant.Max(change.Recorded, Instant.MinValue)
            ));

    private static GraphCommand Command(GraphEvent happened) =>
        happened switch
        {
            GraphEvent.EntityCreated e => new GraphCommand.CreateEntity(
                e.Subject,
                e.Labels,
                null,
                ImmutableSortedDictionary<string, Value>.Empty,
                e.Exists
            ),
            GraphEvent.RelationCreated e => new GraphCommand.Relate(
                e.Subject,
                e.Type,
                e.From,
                e.To,
                ImmutableSortedDictionary<string, Value>.Empty,
                e.Exists
            ),
            GraphEvent.FieldSet e => new GraphCommand.SetField(e.Subject, e.Field, e.Value, e.During),
            GraphEvent.Retired e => new GraphCommand.Retire(e.Subject, e.During),
            _ => throw new NotSupportedException(happened.GetType().Name),
        };
}
