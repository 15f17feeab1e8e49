using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Proposals that share a flush, and what was decided of each.</summary>
/// <param name="Waiting">Who waits.</param>
/// <param name="Outcomes">One for each; null where a bug was the answer.</param>
/// <param name="Changes">What is to be appended.</param>
/// <param name="Tip">The snapshot with all of it.</param>
internal sealed record DecidedGroup(
    List<Pending> Waiting,
    Outcome?[] Outcomes,
    ImmutableArray<ChangeSet> Changes,
    GraphSnapshot Tip
)
{
    public void Answer()
    {
        for (var i = 0; i < Waiting.Count; i++)
        {
            if (Outcomes[i] is { } outcome)
                Waiting[i].Outcome.TrySetResult(outcome);
        }
    }

    public void Refuse(Fault fault) => Waiting.ForEach(pending => pending.Outcome.TrySetResult(new Outcome.Refused(fault)));
}
