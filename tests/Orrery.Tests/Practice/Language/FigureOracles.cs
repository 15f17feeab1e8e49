using FsCheck;
using FsCheck.Fluent;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>Computations over networks against naive ones that try everything.</summary>
public sealed class FigureOracles
{
    private const int Places = 6;

    [Fact]
    public void Betweenness_is_what_counting_all_shortest_ways_gives() =>
        Prop.ForAll<byte[]>(CheckBetweenness).QuickCheckThrowOnFailure();

    [Fact]
    public void Loops_are_what_trying_all_ways_gives() => Prop.ForAll<byte[]>(CheckLoops).QuickCheckThrowOnFailure();

    [Fact]
    public void The_surest_path_is_as_sure_as_the_best_of_all() => Prop.ForAll<byte[]>(CheckPaths).QuickCheckThrowOnFailure();

    private static void CheckBetweenness(byte[] given)
    {
        (int, int, double)[] links = [.. Links(given).Select(link => (link.From, link.To, 1.0 + (link.More % 3)))];

        var between = Betweenness.Of(Places, links, _ => { });

        var slow = SlowBetweenness(links);
        for (var i = 0; i < Places; i++)
            Assert.Equal(slow[i], between[i], 9);
    }

    private static void CheckLoops(byte[] given)
    {
        (int From, int To)[] links = [.. Links(given).Select(link => (link.From, link.To))];
        var most = 1 + (given.Length % Places);

        var loops = Loops
            .Of(Enumerable.Range(0, Places).ToArray(), at => Out(links, at), most, _ => { })
            .Select(loop => string.Join(' ', loop))
            .Order()
            .ToArray();

        Assert.Equal(SlowLoops(links, most).Order(), loops);
    }

    private static void CheckPaths(byte[] given)
    {
        (int From, int To, double Sure)[] links = [.. Links(given).Select(link => (link.From, link.To, (link.More % 11) / 10.0))];

        var found = BestPath
            .From(0, at => links.Where(link => link.From == at).Select(link => (link, link.To, link.Sure)), _ => { })
            .ToDictionary(reached => reached.To, reached => reached.Path);

        var slow = new Dictionary<int, double>();
        TryAll(0, 1, [0], links, slow);
        Assert.Equal(slow.Keys.Order(), found.Keys.Order());
        foreach (var (place, sure) in slow)
        {
            Assert.Equal(sure, found[place].Confidence, 12);
            Assert.Equal(sure, found[place].Links.Aggregate(1.0, (product, link) => product * link.Sure), 12);
        }
    }

    // Up to thirteen links between six places, three bytes each.
    private static IEnumerable<(int From, int To, int More)> Links(byte[] given) =>
        given
            .Chunk(3)
            .Where(link => link.Length == 3)
            .Take(13)
            .Select(link => (link[0] % Places, link[1] % Places, (int)link[2]));

    private static IEnumerable<(int Link, int To)> Out((int From, int To)[] links, int at) =>
        links
            .Select((link, number) => (link, number))
            .Where(pair => pair.link.From == at)
            .Select(pair => (pair.number, pair.link.To));

    private static void TryAll(
        int at,
        double sure,
        HashSet<int> met,
        (int From, int To, double Sure)[] links,
        Dictionary<int, double> best
    )
    {
        best[at] = Math.Max(sure, best.GetValueOrDefault(at, -1));
        foreach (var link in links.Where(link => link.From == at && !met.Contains(link.To)))
            TryAll(link.To, sure * link.Sure, [.. met, link.To], links, best);
    }

    private static List<string> SlowLoops((int From, int To)[] links, int longest)
    {
        List<string> found = [];
        for (var start = 0; start < Places; start++)
            Follow(start, start, [], [start]);
        return found;

        void Follow(int start, int at, int[] way, HashSet<int> met)
        {
            foreach (var (number, to) in Out(links, at))
            {
                if (to == start && way.Length < longest)
                    found.Add(string.Join(' ', way.Append(number)));
                else if (to > start && !met.Contains(to))
                    Follow(start, to, [.. way, number], [.. met, to]);
            }
        }
    }

    // Between every pair all simple ways, the shortest kept, and how many of these lead through each place.
    private static double[] SlowBetweenness((int From, int To, double Length)[] links)
    {
        var between = new double[Places];
        // Several links between the same two are one: the shortest.
        var single = links
            .Where(link => link.From != link.To)
            .GroupBy(link => (Math.Min(link.From, link.To), Math.Max(link.From, link.To)))
            .Select(same => (From: same.Key.Item1, To: same.Key.Item2, Length: same.Min(link => link.Length)))
            .ToArray();
        for (var a = 0; a < Places; a++)
        {
            for (var b = a + 1; b < Places; b++)
            {
                List<(double Length, int[] Way)> ways = [];
                Ways(a, b, 0, [a], single, ways);
                if (ways.Count == 0)
                    continue;
                var shortest = ways.Where(way => way.Length <= ways.Min(one => one.Length) + 1e-9).ToArray();
                foreach (var place in shortest.SelectMany(way => way.Way[1..^1]))
                    between[place] += 1.0 / shortest.Length;
            }
        }

        return between;
    }

    private static void Ways(
        int at,
        int end,
        double length,
        int[] way,
        (int From, int To, double Length)[] links,
        List<(double, int[])> ways
    )
    {
        if (at == end)
        {
            ways.Add((length, way));
            return;
        }

        foreach (var link in links)
        {
            var to =
                link.From == at ? link.To
                : link.To == at ? link.From
                : -1;
            if (to >= 0 && !way.Contains(to))
                Ways(to, end, length + link.Length, [.. way, to], links, ways);
        }
    }
}
