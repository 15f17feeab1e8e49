using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How far a team is from what the company lives on (domain catalogue 2.6).</summary>
public static class HopsToValue
{
    /// <summary>One more than the links that drive metrics from what the team's work targets to a business outcome, on the shortest way; null where there is none.</summary>
    /// <param name="team">Who works.</param>
    /// <param name="count">Counts what is visited.</param>
    /// <remarks>Work that targets a link counts from where that link leads. Cost: what is visited, each thing once.</remarks>
    public static int? Of(Entity team, Action<int> count)
    {
        var targets = team.Relations(Direction.Out, "works-on")
            .Select(work => work.To)
            .OfType<Entity>()
            .SelectMany(work => work.Relations(Direction.Out, "targets"))
            .Select(target => target.To ?? target.ToRelation?.To)
            .OfType<Entity>();
        HashSet<int> met = [];
        Queue<(Entity Metric, int Hops)> waiting = new();
        foreach (var metric in targets.Where(metric => met.Add(metric.Order)))
            waiting.Enqueue((metric, 1));
        while (waiting.TryDequeue(out var at))
        {
            count(1);
            if (at.Metric["role"].AsText == "business-outcome")
                return at.Hops;
            foreach (var driven in at.Metric.Relations(Direction.Out, "drives"))
            {
                count(1);
                if (driven.To is { } to && met.Add(to.Order))
                    waiting.Enqueue((to, at.Hops + 1));
            }
        }

        return null;
    }
}
