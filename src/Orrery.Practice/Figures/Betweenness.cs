namespace Orrery.Practice;

/// <summary>Through whom the shortest ways of a network lead (Brandes 2001, with lengths; ways lead both ways along a link).</summary>
public static class Betweenness
{
    // Sums of lengths differ in their last digits by the order of summing.
    private const double Equal = 1e-9;

    /// <summary>For every place, how many pairs of others are joined by a shortest way through it; ways that are equally short share.</summary>
    /// <param name="places">How many places there are.</param>
    /// <param name="links">Between which, and how long; above 0. Of several between the same two the shortest counts, of one to itself none.</param>
    /// <param name="count">Counts what is visited.</param>
    /// <remarks>Cost: for each place once all places and links that can be reached: places times links.</remarks>
    public static double[] Of(int places, IEnumerable<(int From, int To, double Length)> links, Action<int> count)
    {
        var neighbours = NeighboursOf(places, links);
        var between = new double[places];
        var round = new Round(neighbours, between, count);
        for (var start = 0; start < places; start++)
            round.Run(start);
        // Every pair was met from both of its ends.
        for (var i = 0; i < places; i++)
            between[i] /= 2;
        return between;
    }

    private static (int To, double Length)[][] NeighboursOf(int places, IEnumerable<(int From, int To, double Length)> links)
    {
        var shortest = new Dictionary<int, double>[places];
        for (var i = 0; i < places; i++)
            shortest[i] = [];
        foreach (var (from, to, length) in links.Where(link => link.From != link.To))
        {
            var known = Math.Min(length, shortest[from].GetValueOrDefault(to, double.MaxValue));
            (shortest[from][to], shortest[to][from]) = (known, known);
        }

        return [.. shortest.Select(all => all.Select(pair => (pair.Key, pair.Value)).ToArray())];
    }

    private sealed class Round((int To, double Length)[][] neighbours, double[] between, Action<int> count)
    {
        private readonly double[] _distance = new double[between.Length];
        private readonly double[] _ways = new double[between.Length];
        private readonly double[] _share = new double[between.Length];
        private readonly List<int>[] _before = [.. between.Select(_ => new List<int>())];
        private readonly bool[] _isDone = new bool[between.Length];
        private readonly List<int> _order = [];
        private readonly PriorityQueue<int, double> _waiting = new();

        public void Run(int start)
        {
            Begin(start);
            while (_waiting.TryDequeue(out var at, out _))
            {
                count(1);
                if (_isDone[at])
                    continue;
                _isDone[at] = true;
                _order.Add(at);
                foreach (var (to, length) in neighbours[at])
                    Pass(at, to, _distance[at] + length);
            }

            Gather(start);
        }

        private void Begin(int start)
        {
            Array.Fill(_distance, double.PositiveInfinity);
            Array.Clear(_ways);
            Array.Clear(_share);
            Array.Clear(_isDone);
            _order.Clear();
            (_distance[start], _ways[start]) = (0, 1);
            _waiting.Enqueue(start, 0);
        }

        private void Pass(int from, int to, double distance)
        {
            count(1);
            if (_isDone[to])
                return;
            var tolerance = Equal * Math.Max(1, distance);
            if (distance < _distance[to] - tolerance)
            {
                (_distance[to], _ways[to]) = (distance, 0);
                _before[to].Clear();
                _waiting.Enqueue(to, distance);
            }
            else if (distance > _distance[to] + tolerance)
            {
                return;
            }

            _ways[to] += _ways[from];
            _before[to].Add(from);
        }

        private void Gather(int start)
        {
            for (var i = _order.Count - 1; i >= 0; i--)
            {
                var at = _order[i];
                foreach (var before in _before[at])
                    _share[before] += _ways[before] / _ways[at] * (1 + _share[at]);
                if (at != start)
                    between[at] += _share[at];
                _before[at].Clear();
            }
        }
    }
}
