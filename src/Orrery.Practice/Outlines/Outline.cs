using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>Things under other things. A thing with several others above it lies under each; what would close a circle is cut.</summary>
/// <remarks>Things are numbered from 0 in the order in which they are listed: roots and what lies below keep that order.</remarks>
public sealed class Outline
{
    private readonly ImmutableArray<int>[] _below;
    private readonly ImmutableArray<int>[] _above;
    private readonly ImmutableArray<int>[] _cut;

    private Outline(
        ImmutableArray<int> roots,
        ImmutableArray<int>[] below,
        ImmutableArray<int>[] above,
        ImmutableArray<int>[] cut
    ) => (Roots, _below, _above, _cut) = (roots, below, above, cut);

    /// <summary>What nothing lies above; and of a circle that nothing leads into, its first thing.</summary>
    public ImmutableArray<int> Roots { get; }

    /// <summary>What lies right below a thing.</summary>
    public ImmutableArray<int> Below(int thing) => _below[thing];

    /// <summary>What a thing lies right under.</summary>
    public ImmutableArray<int> Above(int thing) => _above[thing];

    /// <summary>What would lie below a thing too, but leads back to it.</summary>
    public ImmutableArray<int> LeadsBack(int thing) => _cut[thing];

    /// <summary>Arranges things.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="joins">What lies above what, by number; the same one twice counts once.</param>
    /// <remarks>Cost: linear in things and joins, beside sorting.</remarks>
    public static Outline Of(int count, IEnumerable<(int Above, int Below)> joins)
    {
        var lists = new List<int>?[count];
        var isBelow = new bool[count];
        foreach (var (above, below) in joins)
        {
            (lists[above] ??= []).Add(below);
            isBelow[below] |= above != below;
        }

        var walk = new CircleWalk([.. lists.Select(list => list is null ? [] : list.Distinct().Order().ToArray())]);
        foreach (var root in Enumerable.Range(0, count).Where(thing => !isBelow[thing]))
            walk.From(root);
        var first = Enumerable.Range(0, count).Where(thing => !isBelow[thing]).ToList();
        foreach (var thing in Enumerable.Range(0, count).Where(thing => !walk.WasAt(thing)))
        {
            if (walk.WasAt(thing))
                continue;
            first.Add(thing);
            walk.From(thing);
        }

        return new([.. first.Order()], walk.Kept, Turned(walk.Kept), walk.Cut);
    }

    /// <summary>How many rows there are down to a level when a thing is shown under everything it lies under; at most <paramref name="most"/> + 1.</summary>
    /// <param name="level">1 for the roots alone.</param>
    /// <param name="most">Where counting stops.</param>
    public int CountTo(int level, int most)
    {
        var (rows, total) = (Roots.ToList(), Roots.Length);
        for (; level > 1 && total <= most && rows.Count > 0; level--)
        {
            rows = [.. rows.SelectMany(row => _below[row]).Take(most + 1)];
            total += rows.Count;
        }

        return Math.Min(total, most + 1);
    }

    private static ImmutableArray<int>[] Turned(ImmutableArray<int>[] below)
    {
        var above = new List<int>?[below.Length];
        for (var thing = 0; thing < below.Length; thing++)
        {
            foreach (var under in below[thing])
                (above[under] ??= []).Add(thing);
        }

        return Array.ConvertAll(above, list => list is null ? [] : list.ToImmutableArray());
    }

    /// <summary>Goes down from one thing after the other; a step back to a thing it came by is cut.</summary>
    private sealed class CircleWalk
    {
        private readonly int[][] _steps;
        private readonly State[] _states;
        private readonly Stack<(int Thing, int Next)> _way = new();

        public CircleWalk(int[][] steps)
        {
            _steps = steps;
            _states = new State[steps.Length];
            Kept = new ImmutableArray<int>[steps.Length];
            Cut = new ImmutableArray<int>[steps.Length];
            Array.Fill(Kept, []);
            Array.Fill(Cut, []);
        }

        private enum State
        {
            Unseen,
            OnTheWay,
            Done,
        }

        public ImmutableArray<int>[] Kept { get; }

        public ImmutableArray<int>[] Cut { get; }

        public bool WasAt(int thing) => _states[thing] != State.Unseen;

        public void From(int start)
        {
            Enter(start);
            while (_way.TryPop(out var at))
            {
                if (at.Next == _steps[at.Thing].Length)
                    _states[at.Thing] = State.Done;
                else
                {
                    _way.Push((at.Thing, at.Next + 1));
                    if (_states[_steps[at.Thing][at.Next]] == State.Unseen)
                        Enter(_steps[at.Thing][at.Next]);
                }
            }
        }

        // What is on the way when a thing is entered stays on it until the thing is left: its steps can be told apart now.
        private void Enter(int thing)
        {
            _states[thing] = State.OnTheWay;
            if (_steps[thing] is not [])
            {
                Kept[thing] = [.. _steps[thing].Where(next => _states[next] != State.OnTheWay)];
                Cut[thing] = [.. _steps[thing].Where(next => _states[next] == State.OnTheWay)];
            }

            _way.Push((thing, 0));
        }
    }
}
