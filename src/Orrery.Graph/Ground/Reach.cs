using System.Numerics;
using System.Runtime.CompilerServices;

namespace Orrery.Graph;

/// <summary>Breadth-first walks by number from one or many starts, each node once. Kept and used again: marks are cleared by what was found.</summary>
/// <param name="ground">What is walked over.</param>
public sealed class Reach(Ground ground)
{
    /// <summary>How far ahead in the queue the places of edges, and the edges themselves, are asked for: most entities have none and take a few nanoseconds.</summary>
    private const int Far = 24;
    private const int Near = 12;
    private const int AtOnce = 256;
    private const int BetweenTold = 4_096;
    private const int FewestOrdered = 512;

    // A bit for every entity twice: handed from walk to walk of a thread, for clearing a few costs less than making many.
    [ThreadStatic]
    private static (ulong[] Found, ulong[] Starts, int[] Queue, int[] Answer)? t_spare;

    private HashSet<int>? _foundRelations;
    private ulong[] _found = [];
    private ulong[] _starts = [];
    private int[] _queue = [];
    private int[] _answer = [];
    private int[] _begun = [];
    private int _queued;
    private int _count;

    // No hop at all is a way too: then what is found and what is gone on from are the same.
    private bool _fromNone = true;

    /// <summary>What the last walk found, nearest first.</summary>
    public ReadOnlySpan<int> Nodes => _fromNone ? _queue.AsSpan(0, _queued) : _answer.AsSpan(0, _count);

    /// <summary>Whether relations that stand as nodes are among what the last walk found.</summary>
    public bool HasRelations => _foundRelations is { Count: > 0 };

    /// <summary>The entities that the last walk found, a bit for each.</summary>
    public ReadOnlySpan<ulong> Marks => _found;

    /// <summary>Whether the last walk found a node.</summary>
    public bool Has(int node) =>
        node < 0 ? _foundRelations?.Contains(node) == true : node >> 6 < _found.Length && IsMarked(_found, node);

    /// <summary>Ends with it: what it found is gone, its room serves the next walk of this thread.</summary>
    public void Close()
    {
        Clear();
        if (_found.Length > 0 && (t_spare is not { } spare || spare.Found.Length <= _found.Length))
            t_spare = (_found, _starts, _queue, _answer);
        (_found, _starts, _queue, _answer, _begun) = ([], [], [], [], []);
    }

    /// <summary>Walks along relations of some types one way, and counts the relations it looks at.</summary>
    /// <param name="starts">Nodes; each is part of the answer for no hops at all, else only where a way leads to it.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="types">Which types; a set that is walked often gets an index of its own.</param>
    /// <param name="fewest">0 or 1 hops.</param>
    /// <param name="most">The most hops.</param>
    /// <param name="looked">Told of the relations looked at, a few thousand at a time; may throw to end the walk.</param>
    public void Run(ReadOnlySpan<int> starts, Direction direction, TypeFilter types, int fewest, int most, Action<int> looked)
    {
        Clear();
        Begin(starts, fewest);
        var epoch = ground.Reading.Epoch;
        var key = types.Set is { } set ? new TypeSetKey(direction, set) : default(TypeSetKey?);
        var index = !ground.IsAnyTime && key is { } wanted ? epoch.TypeSets.Find(wanted) : null;
        var hasTail = epoch.Tail.Count > 0;
        var (seen, told) = (0, 0);
        for (var (head, hop) = (0, 0); hop < most && head < _queued; hop++)
        {
            var end = _queued;
            if (_fromNone && end - head >= FewestOrdered && end - head >= _found.Length)
                Order(_queue.AsSpan(head, end - head));
            while (head < end)
            {
                var some = index is not null && _fromNone && !HasRelations ? Math.Min(AtOnce, end - head) : 1;
                if (index is null || _queue[head] < 0)
                    seen += SpreadPlainly(_queue[head], direction, types);
                else
                {
                    seen += _fromNone ? SpreadWhole(index, head, head + some) : Spread(index, head);
                    for (var i = head; hasTail && i < head + some; i++)
                        seen += SpreadTail(epoch, _queue[i], direction, types);
                }

                head += some;
                if (seen - told < BetweenTold)
                    continue;
                looked(seen - told);
                told = seen;
            }
        }

        looked(seen - told);
        if (index is null && key is { } used && !ground.IsAnyTime)
            epoch.TypeSets.Note(used, seen);
    }

    private void Hint(Adjacency index, int head)
    {
        var (later, soon) = (_queue[head + Far], _queue[head + Near]);
        if (later >= 0 && soon >= 0)
            index.Hint(later, soon);
    }

    private void Begin(ReadOnlySpan<int> starts, int fewest)
    {
        var words = (ground.EntityCount >> 6) + 1;
        if (_found.Length == 0 && t_spare is { } spare)
            ((_found, _starts, _queue, _answer), t_spare) = (spare, null);
        if (_found.Length < words)
            (_found, _starts) = (new ulong[words], new ulong[words]);
        _fromNone = fewest == 0;
        if (_fromNone)
        {
            foreach (var start in starts)
                Take(start);
            return;
        }

        _begun = starts.ToArray();
        foreach (var start in starts)
        {
            if (start >= 0)
                _starts[start >> 6] |= 1UL << start;
            Enqueue(start);
        }
    }

    // Many entities of one hop are gone on from in order of number: their edges are then read as they lie in memory.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Order(Span<int> hop)
    {
        if (_foundRelations is { Count: > 0 })
            return;
        var marks = _starts;
        foreach (var entity in hop)
            marks[entity >> 6] |= 1UL << entity;
        var next = 0;
        for (var word = 0; word < marks.Length; word++)
        {
            for (var left = marks[word]; left != 0; left &= left - 1)
                hop[next++] = (word << 6) + BitOperations.TrailingZeroCount(left);
            marks[word] = 0;
        }
    }

    // The inner loop of walks from some entities themselves, compiled for good at once: it is too short to be noticed as hot in time (bench/, "query").
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int SpreadWhole(Adjacency index, int from, int to)
    {
        var (at, all, _) = index.Columns;
        var (minute, known, seen) = (ground.Reading.Minute, at.Length - 1, 0);
        var (found, queue, queued) = (_found, _queue, _queued);
        for (var head = from; head < to; head++)
        {
            if (head + Far < queued)
                Hint(index, head);
            var entity = queue[head];
            if (entity >= known)
                continue;
            var edges = new ReadOnlySpan<Edge>(all, at[entity], at[entity + 1] - at[entity]);
            seen += edges.Length;
            if (queue.Length - queued < edges.Length)
                queue = _queue = Wider(queue, queued + edges.Length);
            foreach (ref readonly var edge in edges)
            {
                // What is found already needs no second look; most of the rest clearly holds.
                var other = edge.Other;
                if (other >= 0 && (found[other >> 6] >> other & 1) != 0)
                    continue;
                var holds = other >= 0 && edge.Relation >= 0 && edge.FromMinute < minute && minute < edge.ToMinute;
                if (!(holds || ground.Reading.Holds(edge)) || ground.Reading.IsHidden(other) || !Find(other))
                    continue;
                queue[queued++] = other;
            }
        }

        _queued = queued;
        return seen;
    }

    private static int[] Wider(int[] queue, int needed)
    {
        Array.Resize(ref queue, Math.Max(256, Math.Max(queue.Length * 2, needed)));
        return queue;
    }

    private int Spread(Adjacency index, int head)
    {
        if (head + Far < _queued)
            Hint(index, head);
        var reading = ground.Reading;
        var edges = index.Of(_queue[head]);
        foreach (ref readonly var edge in edges)
        {
            if (!Has(edge.Other) && reading.Holds(edge) && !reading.IsHidden(edge.Other))
                Take(edge.Other);
        }

        return edges.Length;
    }

    private int SpreadTail(Epoch epoch, int entity, Direction direction, TypeFilter types)
    {
        var seen = 0;
        for (
            var relation = epoch.Tail.Newest(entity, direction);
            relation >= 0;
            relation = epoch.Tail.Earlier(relation, direction)
        )
        {
            seen++;
            ref var row = ref ground.Memory.Relations[relation];
            if (types.Passes(row.Type) && row.Revision <= ground.Reading.Revision && ground.Sees(~relation))
                Take(direction == Direction.Out ? row.End : row.Start);
        }

        return seen;
    }

    private int SpreadPlainly(int node, Direction direction, TypeFilter types)
    {
        var seen = 0;
        for (var edges = ground.Edges(node, direction, types); edges.MoveNext(); seen++)
            Take(edges.Other);
        return seen + 1;
    }

    private void Take(int node)
    {
        if (!Find(node))
            return;
        if (_fromNone)
        {
            Enqueue(node);
            return;
        }

        if (_count == _answer.Length)
            Array.Resize(ref _answer, Math.Max(64, _count * 2));
        _answer[_count++] = node;
        if (node < 0 ? Array.IndexOf(_begun, node) < 0 : !IsMarked(_starts, node))
            Enqueue(node);
    }

    private bool Find(int node)
    {
        if (node < 0)
            return (_foundRelations ??= []).Add(node);
        if (IsMarked(_found, node))
            return false;
        _found[node >> 6] |= 1UL << node;
        return true;
    }

    private void Enqueue(int node)
    {
        if (_queued == _queue.Length)
            Array.Resize(ref _queue, Math.Max(64, _queued * 2));
        _queue[_queued++] = node;
    }

    private void Clear()
    {
        if (Nodes.Length > _found.Length)
            Array.Clear(_found);
        else
        {
            foreach (var node in Nodes)
            {
                if (node >= 0)
                    _found[node >> 6] = 0;
            }
        }

        foreach (var node in _begun)
        {
            if (node >= 0)
                _starts[node >> 6] = 0;
        }

        _begun = [];
        _foundRelations?.Clear();
        (_count, _queued) = (0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsMarked(ulong[] marks, int node) => (marks[node >> 6] >> node & 1) != 0;
}
