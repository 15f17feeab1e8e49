using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Practice;

/// <summary>Judges the queries that a pack hands to others by the reviewed list.</summary>
/// <param name="within">What their names mean.</param>
internal sealed class GuardedTexts(Catalogue within)
{
    private static readonly Instant Any = Instant.FromUtc(2026, 1, 1, 0, 0);

    private readonly Lazy<Reading> _model = new(() => ModelOf(within));

    /// <summary>What a query works out that is not worked out here.</summary>
    public IEnumerable<BannedComputation> In(string query) =>
        QueryReview.Of(query, _model.Value, Guardrails.Reviewed).Select(Guardrails.For);

    private static Reading ModelOf(Catalogue within)
    {
        GraphCommand[] commands =
        [
            new GraphCommand.CreateEntity(
                Id.Named("guardrails", "workspace"),
                [MetaKinds.Workspace],
                null,
                Properties.Of(("mode", Value.Of("enforced"))),
                Validity.Always
            ),
            .. within.ToCommands(),
        ];
        var start = GraphSnapshot.Empty();
        return GraphRules.Decide(start, commands) switch
        {
            Decision.Accepted accepted => start
                .Apply(new(start.At.Next, Any, new("Orrery", Origin.Product), accepted.Events))
                .Read(Any, Any, Mask.Nothing),
            // What does not fit together is said elsewhere; no name means anything then.
            _ => start.Read(Any, Any, Mask.Nothing),
        };
    }
}
