using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What is gathered over the rows of a group.</summary>
/// <param name="Slot">Where the result goes.</param>
/// <param name="Argument">What is gathered; null to count rows.</param>
/// <param name="Aggregate">How; null to count.</param>
/// <param name="Second">A second argument, computed once a group (percentiles); null for none.</param>
/// <param name="IsDistinct">Equal values once.</param>
internal sealed record Gathering(int Slot, Evaluator? Argument, AggregateFunction? Aggregate, Evaluator? Second, bool IsDistinct)
{
    /// <summary>Whether every value is kept until the end.</summary>
    public bool KeepsAll { get; } = Aggregate?.Name is "collect" or "percentileDisc" or "percentileCont";
}

/// <summary>One row for each group of rows with equal keys; without keys one row, also of none.</summary>
internal sealed class GroupPlan(Plan input, (int Slot, Evaluator Key)[] keys, Gathering[] gatherings, string text) : Plan(input)
{
    public override string Describe() => keys.Length == 0 ? $"All rows together: {text}" : $"By group: {text}";

    public override Step Open(Frame frame) => new Group(frame, frame.Open(Input!), keys, gatherings);

    private sealed class Group(Frame frame, Step input, (int Slot, Evaluator Key)[] keys, Gathering[] gatherings)
        : InnerStep(input)
    {
        private const int Recent = 256;

        private readonly RowSet _keys = new(frame, keys.Length);
        private readonly RowSet?[] _seen = Array.ConvertAll(gatherings, one => one.IsDistinct ? new RowSet(frame, 2) : null);
        private readonly Cell[] _key = new Cell[keys.Length];
        private readonly long _bytesOfGroup = gatherings.Sum(BytesOf);

        // As many for each group as are gathered; null while nothing was read.
        private Chunks<Gathered>? _values;
        private int _groups;
        private int _next;

        // Groups met lately, by the very cells of their keys: most rows are of a few groups, and need no hashing of texts and lists.
        private int[] _recent = [];
        private Cell[] _recentKeys = [];

        // Its place among the gathered, the object that gathers, and what that keeps its items in.
        private static long BytesOf(Gathering one) =>
            64 + (one.Aggregate is null ? 0 : Meter.SmallObject) + (one.KeepsAll ? Meter.SmallObject : 0);

        public override void Begin()
        {
            (_values, _groups, _next) = (null, 0, 0);
            base.Begin();
        }

        public override bool Next()
        {
            if (_values is null)
                Read(_values = new());
            if (_next == _groups)
                return false;
            for (var i = 0; i < keys.Length; i++)
                frame.Slots[keys[i].Slot] = _keys[_next][i];
            for (var i = 0; i < gatherings.Length; i++)
                frame.Slots[gatherings[i].Slot] = _values[(_next * gatherings.Length) + i].Result(frame);
            _next++;
            return true;
        }

        private void Read(Chunks<Gathered> values)
        {
            _keys.Clear();
            if (
                keys.Length == 0
                && Input is NodeStep nodes
                && Array.TrueForAll(gatherings, gathering => IsOfNodes(gathering, nodes.Slot))
            )
                Gather(values, nodes);
            else if (!TryNumber(values))
                ReadRows(values);
        }

        private void ReadRows(Chunks<Gathered> values)
        {
            Prepare();
            while (Input.Next())
            {
                for (var i = 0; i < keys.Length; i++)
                    _key[i] = keys[i].Key.Evaluate(frame);
                var first = NumberOf(values) * gatherings.Length;
                for (var i = 0; i < gatherings.Length; i++)
                    values[first + i].Add(frame);
            }

            if (_groups == 0 && keys.Length == 0)
                BeginGroup(values);
        }

        private void Prepare()
        {
            foreach (var seen in _seen)
                seen?.Clear();
            if (_recent.Length == 0 && keys.Length > 0)
                (_recent, _recentKeys) = (new int[Recent], new Cell[Recent * keys.Length]);
            Array.Clear(_recent);
        }

        // The group of the key; a new one is begun.
        private int NumberOf(Chunks<Gathered> values)
        {
            if (keys.Length == 0)
            {
                if (_groups == 0)
                    BeginGroup(values);
                return 0;
            }

            var place = PlaceOf(_key);
            var known = _recentKeys.AsSpan(place * keys.Length, keys.Length);
            if (_recent[place] > 0 && AreIdentical(known, _key))
                return _recent[place] - 1;
            var group = _keys.NumberOf(_key, out var isNew);
            if (isNew)
            {
                BeginGroup(values);
                frame.Meter.KeepApart(_key);
                frame.Meter.KeepBytes(_bytesOfGroup);
            }

            _key.CopyTo(known);
            _recent[place] = group + 1;
            return group;
        }

        private void BeginGroup(Chunks<Gathered> values, long rows = 0)
        {
            for (var i = 0; i < gatherings.Length; i++)
                values.Add(new(gatherings[i], _seen[i], _groups, rows));
            _groups++;
        }

        // Rows are only counted, or one field of each node is gathered: no row needs to be made.
        private bool IsOfNodes(Gathering gathering, int slot) =>
            !gathering.IsDistinct
            && frame.Graph.Sketch is null
            && (CountsRows(gathering, slot) || gathering.Argument is SlotPropertyValue { Slot: var of } && of == slot);

        // A node of a scan or a walk is never null.
        private static bool CountsRows(Gathering gathering, int slot) =>
            gathering.Argument is null
            || gathering is { Aggregate: null, IsDistinct: false, Argument: SlotValue { Slot: var of } } && of == slot;

        // Keys of one node that can be numbered, and rows that are only counted.
        private bool TryNumber(Chunks<Gathered> values)
        {
            if (
                keys.Length == 0
                || Input is not NodeStep nodes
                || frame.Graph.Sketch is not null
                || !Array.TrueForAll(gatherings, gathering => CountsRows(gathering, nodes.Slot))
            )
                return false;
            var coders = Array.ConvertAll(keys, key => NodeCoder.Of(frame, key.Key, nodes.Slot));
            if (!Array.TrueForAll(coders, coder => coder is not null))
                return false;
            foreach (var (key, rows) in new NodeGroups(coders!).Count(nodes))
            {
                _keys.NumberOf(key, out _);
                BeginGroup(values, rows);
            }

            return true;
        }

        private void Gather(Chunks<Gathered> values, NodeStep nodes)
        {
            BeginGroup(values);
            NodeBlock? block = null;
            while (nodes.NextBlock(ref block))
            {
                for (var i = 0; i < gatherings.Length; i++)
                    values[i].Add(frame, block);
            }

            for (var some = nodes.Rest(); !some.IsEmpty; some = nodes.Rest())
            {
                for (var i = 0; i < gatherings.Length; i++)
                    values[i].Add(frame, some);
            }
        }
    }

    private static int PlaceOf(ReadOnlySpan<Cell> key)
    {
        var hash = 0;
        foreach (ref readonly var cell in key)
            hash = (hash * 31) ^ cell.IdentityHash;
        return (hash ^ (hash >> 8) ^ (hash >> 16)) & 255;
    }

    private static bool AreIdentical(ReadOnlySpan<Cell> x, ReadOnlySpan<Cell> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!x[i].IsIdentical(y[i]))
                return false;
        }

        return true;
    }

    /// <summary>One value of one group while it is gathered.</summary>
    private struct Gathered
    {
        private const long BytesOfSet = 512;

        private readonly Gathering _gathering;
        private readonly RowSet? _seen;
        private readonly int _group;
        private HashSet<int>? _nodes;
        private Aggregate? _aggregate;
        private long _rows;

        /// <param name="gathering">What is gathered.</param>
        /// <param name="seen">What was met before, with the number of its group; null where all counts.</param>
        /// <param name="group">The number of its group.</param>
        /// <param name="rows">How many were counted already.</param>
        public Gathered(Gathering gathering, RowSet? seen, int group, long rows = 0)
        {
            (_gathering, _seen, _group, _rows) = (gathering, seen, group, rows);
        }

        public void Add(Frame frame)
        {
            if (_gathering.Argument is null)
            {
                _rows++;
                return;
            }

            Add(frame, _gathering.Argument.Evaluate(frame));
        }

        /// <summary>The field of each node of a block, or how many they are.</summary>
        public void Add(Frame frame, NodeBlock block)
        {
            if (_gathering.Argument is SlotPropertyValue)
                Add(frame, block.Nodes());
            else
                _rows += block.Count;
        }

        /// <summary>The field of each of some nodes, or how many they are.</summary>
        public void Add(Frame frame, ReadOnlySpan<int> nodes)
        {
            if (_gathering.Argument is not SlotPropertyValue { Key: var key })
            {
                _rows += nodes.Length;
                return;
            }

            var asked = frame.Graph.Ground.HasWhole(key.Number) ? AddWhole(frame, nodes, key) : AddAsked(frame, nodes, key);
            frame.Graph.Ground.NoteCompared(key.Number, nodes.Length, asked);
        }

        private int AddAsked(Frame frame, ReadOnlySpan<int> nodes, PropertyKey key)
        {
            for (var i = 0; i < nodes.Length; i++)
            {
                if (i + QueryGraph.Ahead < nodes.Length)
                    frame.Graph.Ground.HintField(nodes[i + QueryGraph.Ahead], key.Number);
                Add(frame, frame.Graph.Property(nodes[i], key));
            }

            return nodes.Length;
        }

        // What a column of whole numbers does not tell is asked of the facts; so is what has nothing, which may be a property of ours.
        private int AddWhole(Frame frame, ReadOnlySpan<int> nodes, PropertyKey key)
        {
            Span<long> numbers = stackalloc long[256];
            var (asked, isPlain) = (0, frame.Graph.Vocabulary.IsPlain || !OurProperties.Names.Contains(key.Name));
            for (var some = nodes; !some.IsEmpty; some = some[Math.Min(numbers.Length, some.Length)..])
            {
                var told = numbers[..Math.Min(numbers.Length, some.Length)];
                frame.Graph.Ground.TakeWhole(key.Number, some[..told.Length], told);
                for (var i = 0; i < told.Length; i++)
                {
                    if (told[i] > Ground.HasNone)
                        Add(frame, told[i]);
                    else if (told[i] == Ground.MustAsk || !isPlain)
                    {
                        Add(frame, frame.Graph.Property(some[i], key));
                        asked++;
                    }
                }
            }

            return asked;
        }

        // The same as adding its cell; nothing that is gathered of nodes is wanted once.
        private void Add(Frame frame, long number)
        {
            _rows++;
            if (_gathering.Aggregate is not { } function)
                return;
            (_aggregate ??= Begin(frame, function)).Add(number);
            if (_gathering.KeepsAll)
                frame.Meter.KeepBytes(Meter.BytesOfItem(Value.Nothing));
        }

        private void Add(Frame frame, in Cell cell)
        {
            if (cell.IsNull || (_seen is not null && !IsNew(frame, cell)))
                return;
            _rows++;
            if (_gathering.Aggregate is not { } function)
                return;
            _aggregate ??= Begin(frame, function);
            if (cell.IsInteger)
                _aggregate.Add(cell.Integer);
            else
                _aggregate.Add(cell.ToValue(frame.Graph));
            if (_gathering.KeepsAll)
                frame.Meter.KeepBytes(Meter.BytesOfItem(cell.Object ?? Value.Nothing));
        }

        public Cell Result(Frame frame) =>
            _gathering.Aggregate is { } function
                ? Cell.Of((_aggregate ?? Begin(frame, function)).Result(), frame.Graph)
                : Cell.Of(_rows);

        private Aggregate Begin(Frame frame, AggregateFunction function) =>
            function.Start(_gathering.Second?.Evaluate(frame).ToValue(frame.Graph));

        private bool IsNew(Frame frame, in Cell cell)
        {
            if (cell.IsNode)
            {
                if (_nodes is null)
                    frame.Meter.KeepBytes(BytesOfSet);
                if (!(_nodes ??= []).Add(cell.Number))
                    return false;
                frame.Meter.KeepBytes(24);
                return true;
            }

            ReadOnlySpan<Cell> row = [Cell.Of(_group), cell];
            _seen!.NumberOf(row, out var isNew);
            if (isNew)
                frame.Meter.KeepApart(row);
            return isNew;
        }
    }
}
