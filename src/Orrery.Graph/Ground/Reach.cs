using System.Runtime.CompilerServices;

namespace Orrery.Graph;

/// <summary>Breadth-first walks by number from one or many starts, each node once. Kept and used again: marks are cleared by what was found.</summary>
/// <param name="ground">What is walked over.</param>
public sealed class Reach(Ground ground)
{
    // A bit for every entity twice: handed from walk to walk of a thread, for clearing a few costs less than making many.
    [ThreadStatic]
    private static (ulong[] Found, ulong[] Starts, int[] Queue, int[] Answer)? t_spare;

    private readonly HashSet<int> _foundRelations = [];
    private ulong[] _found = [];
    private ulong[] _starts = [];
    private int[] _queue = [];
    private int[] _answer = [];
    private int[] _begun = [];
    private int _queued;
    private int _count;

    /// <summary>What the last walk found, nearest first.</summary>
    public ReadOnlySpan<int> Nodes => _answer.AsSpan(0, _count);

    /// <summary>Whether the last walk found a node.</summary>
    public bool Has(int node) => node < 0 ? _foundRelations.Contains(node) : node >> 6 < _found.Length && IsMarked(_found, node);

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
        var (seen, told) = (0, 0);
        for (var (head, hop) = (0, 0); hop < most && head < _queued; hop++)
        {
            for (var end = _queued; head < end; head++)
            {
                if (index is not null && head + Prefetch.Ahead < _queued)
                    Hint(index, head);
                seen +=
                    index is not null && _queue[head] >= 0
                        ? Spread(index, _queue[head]) + SpreadTail(epoch, _queue[head], direction, types)
                        : SpreadPlainly(_queue[head], direction, types);
                if (seen - told < 4_096)
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
        var (later, soon) = (_queue[head + Prefetch.Ahead], _queue[head + (Prefetch.Ahead / 2)]);
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
        _begun = starts.ToArray();
        foreach (var start in starts)
        {
            if (start >= 0)
                _starts[start >> 6] |= 1UL << start;
            Enqueue(start);
            if (fewest == 0)
                Find(start);
        }
    }

    private int Spread(Adjacency index, int entity)
    {
        var reading = ground.Reading;
        var edges = index.Of(entity);
        var (minute, mask) = (reading.Minute, reading.Mask);
        foreach (ref readonly var edge in edges)
        {
            // The common case in one line: not intricate, clearly within its time (bench/, "hops").
            var holds = edge.Relation >= 0 && edge.FromMinute < minute && minute < edge.ToMinute;
            if (
                (holds || reading.Holds(edge))
                && !Has(edge.Other)
                && !(edge.Other >= 0 ? mask.Hides(edge.Other) : reading.IsHidden(edge.Other))
            )
                Take(edge.Other);
        }

        return edges.Length;
    }

    private int SpreadTail(Epoch epoch, int entity, Direction direction, TypeFilter types)
    {
        if (epoch.Tail.Count == 0)
            return 0;
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
        if (node < 0 ? Array.IndexOf(_begun, node) < 0 : !IsMarked(_starts, node))
            Enqueue(node);
    }

    private bool Find(int node)
    {
        if (node < 0)
        {
            if (!_foundRelations.Add(node))
                return false;
        }
        else
        {
            if (IsMarked(_found, node))
                return false;
            _found[node >> 6] |= 1UL << node;
        }

        if (_count == _answer.Length)
            Array.Resize(ref _answer, Math.Max(64, _count * 2));
        _answer[_count++] = node;
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
        foreach (var node in Nodes)
        {
            if (node >= 0)
                _found[node >> 6] = 0;
        }

        foreach (var node in _begun)
        {
            if (node >= 0)
                _starts[node >> 6] = 0;
        }

        _foundRelations.Clear();
        (_count, _queued) = (0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsMarked(ulong[] marks, int node) => (marks[node >> 6] >> node & 1) != 0;
}
