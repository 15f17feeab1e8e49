using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Judges the steps of pasted rows with all rows together: what one asks for, another may answer.</summary>
/// <param name="visit">Who pastes.</param>
internal sealed class PasteGates(Visit visit)
{
    /// <summary>The rows whose steps have all that they ask for; the others with what they miss.</summary>
    /// <param name="rows">As they are without gates.</param>
    public ImmutableArray<PasteRow> Judged(ImmutableArray<PasteRow> rows)
    {
        var shut = Shut(rows);
        return shut.Count == 0
            ? rows
            :
            [
                .. rows.Select(row =>
                    Steps(row, shut) is { IsEmpty: false } own ? new PasteRow.Cannot(row.Cells, $"{GateLaw.Unmet(own)}") : row
                ),
            ];
    }

    private ILookup<Id, Step> Shut(ImmutableArray<PasteRow> rows)
    {
        var current = visit.Workspace.Current;
        IEnumerable<Step> steps = GraphRules.Decide(current, PastePlan.CommandsOf(rows), visit.Reading.Mask)
            is Decision.Accepted accepted
            ? GateLaw.StepsOf(current, accepted.Events, visit.Reading.Now, visit.Reading.Mask)
            : [];
        return steps.Where(step => step.Missing.Any()).ToLookup(step => step.Thing);
    }

    private static ImmutableArray<Step> Steps(PasteRow row, ILookup<Id, Step> shut) =>
        [
            .. row
                .Commands.Select(command =>
                    command switch
                    {
                        GraphCommand.CreateEntity made => made.Subject,
                        GraphCommand.SetField set => set.Subject,
                        _ => default(Id?),
                    }
                )
                .OfType<Id>()
                .Distinct()
                .SelectMany(thing => shut[thing]),
        ];
}
