using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>Finds what feeds back into itself.</summary>
public static class Loops
{
    /// <summary>All ways that come back to where they began without meeting a place twice, each once, beginning at its first place; lazily.</summary>
    /// <param name="places">In the order in which loops are told.</param>
    /// <param name="next">Where links from a place lead.</param>
    /// <param name="longest">The most places of a loop.</param>
    /// <param name="count">Counts what is visited: there can be very many loops.</param>
    /// <remarks>A way is only followed where it can still come back in time, so that every step is near a loop.</remarks>
    public static IEnumerable<ImmutableArray<TLink>> Of<TPlace, TLink>(
        IReadOnlyList<TPlace> places,
        Func<TPlace, IEnumerable<(TLink Link, TPlace To)>> next,
        int longest,
        Action<int> count
    )
        where TPlace : notnull
    {
        var numbers = places.Distinct().Select((place, at) => (place, at)).ToDictionary(pair => pair.place, pair => pair.at);
        var links = new List<(TLink Link, int To)>[numbers.Count];
        foreach (var (place, at) in numbers)
        {
            count(1);
            links[at] =
            [
                .. next(place).Where(link => numbers.ContainsKey(link.To)).Select(link => (link.Link, numbers[link.To])),
            ];
        }

        var search = new Search<TLink>(links, longest, count);
        for (var start = 0; start < links.Length; start++)
        {
            foreach (var loop in search.From(start))
                yield return loop;
        }
    }

    /// <summary>The sign of a loop, or of any way: plus where an even number of links turns round; null where one link's is not known.</summary>
    public static bool? IsPositive(IEnumerable<bool?> signs)
    {
        var positive = true;
        foreach (var sign in signs)
        {
            if (sign is not { } known)
                return null;
            positive = positive == known;
        }

        return positive;
    }

    private sealed class Search<TLink>(List<(TLink Link, int To)>[] links, int longest, Action<int> count)
    {
        private readonly List<int>[] _into = Turned(links);

        // Only places after the start: those before it have told their loops.
        public IEnumerable<ImmutableArray<TLink>> From(int start)
        {
            var back = StepsBack(start);
            if (back.Count <= 1 && !links[start].Any(link => link.To == start))
                yield break;
            List<TLink> way = [];
            HashSet<int> met = [start];
            Stack<(int Place, int Next)> stack = new([(start, 0)]);
            while (stack.TryPop(out var at))
            {
                if (at.Next == links[at.Place].Count)
                {
                    if (stack.Count > 0)
                        way.RemoveAt(way.Count - 1);
                    if (at.Place != start)
                        met.Remove(at.Place);
                    continue;
                }

                stack.Push((at.Place, at.Next + 1));
                var (link, to) = links[at.Place][at.Next];
                count(1);
                if (to == start)
                {
                    yield return [.. way, link];
                    continue;
                }

                if (!back.TryGetValue(to, out var steps) || way.Count + 1 + steps > longest || !met.Add(to))
                    continue;
                way.Add(link);
                stack.Push((to, 0));
            }
        }

        // How many links it takes to come back to the start, from wherever that is possible in time.
        private Dictionary<int, int> StepsBack(int start)
        {
            Dictionary<int, int> steps = new() { [start] = 0 };
            Queue<int> waiting = new([start]);
            while (waiting.TryDequeue(out var at))
            {
                if (steps[at] + 1 >= longest)
                    continue;
                foreach (var from in _into[at])
                {
                    count(1);
                    if (from > start && steps.TryAdd(from, steps[at] + 1))
                        waiting.Enqueue(from);
                }
            }

            return steps;
        }

        private static List<int>[] Turned(List<(TLink Link, int To)>[] links)
        {
            List<int>[] into = [.. links.Select(_ => new List<int>())];
            for (var from = 0; from < links.Length; from++)
            {
                foreach (var (_, to) in links[from])
                    into[to].Add(from);
            }

            return into;
        }
    }
}
