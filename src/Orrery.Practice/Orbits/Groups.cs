using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Which focus area or team each thing is nearest to.</summary>
internal static class Groups
{
    private const int Hops = 3;

    /// <summary>Containers by the order of the things near them; the nearest one, the first recorded among equals.</summary>
    public static Dictionary<int, Entity> Of(Reading reading, IReadOnlyDictionary<int, List<Entity>> neighbours)
    {
        Dictionary<int, Entity> nearest = [];
        var reached = reading
            .OfKind("focus-area")
            .Concat(reading.OfKind("team"))
            .Concat(reading.OfKind("group"))
            .Select(container => (At: container.Order, Container: container))
            .ToList();
        foreach (var (at, container) in reached)
            nearest[at] = container;
        for (var hop = 0; hop < Hops && reached.Count > 0; hop++)
        {
            List<(int, Entity)> next = [];
            foreach (var (at, container) in reached)
            {
                foreach (var neighbour in neighbours.GetValueOrDefault(at, []))
                {
                    if (nearest.TryAdd(neighbour.Order, container))
                        next.Add((neighbour.Order, container));
                }
            }

            reached = next;
        }

        return nearest;
    }
}
