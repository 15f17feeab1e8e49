using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Makes path values.</summary>
internal static class PathBuilding
{
    /// <summary>From slots by turns of nodes and relations (or lists of relations); nothing when one of them holds nothing.</summary>
    public static Cell Build(Frame frame, ImmutableArray<int> elements)
    {
        var graph = frame.Graph;
        var steps = ImmutableArray.CreateBuilder<Id>();
        foreach (var slot in elements)
        {
            var cell = frame.Slots[slot];
            if (cell.IsNull)
                return default;
            if (cell.IsRelation)
                steps.Add(graph.IdOf(~cell.Number));
            else if (cell.Object is Value.List { Items: var relations })
                AddAll(graph, steps, relations);
            else if (steps.Count % 2 == 0)
                steps.Add(graph.IdOf(cell.Number));
        }

        return Cell.OfPlain(new Value.Path(steps.ToImmutable()));
    }

    // Between two relations stands the node they share.
    private static void AddAll(QueryGraph graph, ImmutableArray<Id>.Builder steps, ImmutableArray<Value> relations)
    {
        var at = graph.Find(steps[^1]);
        foreach (var item in relations)
        {
            if (item is not Value.Relation { Id: var id })
                continue;
            var (start, end) = graph.EndsOf(~graph.Find(id));
            at = start == at ? end : start;
            steps.Add(id);
            steps.Add(graph.IdOf(at));
        }
    }
}
