using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What is gathered over the rows of a group.</summary>
/// <param name="Slot">Where the result goes.</param>
/// <param name="Argument">What is gathered; null to count rows.</param>
/// <param name="Aggregate">How; null to count.</param>
/// <param name="Second">A second argument, computed once a group (percentiles); null for none.</param>
/// <param name="IsDistinct">Equal values once.</param>
internal sealed record Gathering(int Slot, Evaluator? Argument, AggregateFunction? Aggregate, Evaluator? Second, bool IsDistinct);

/// <summary>One row for each group of rows with equal keys; without keys one row, also of none.</summary>
internal sealed class GroupPlan(Plan input, (int Slot, Evaluator Key)[] keys, Gathering[] gatherings, string text) : Plan(input)
{
    public override string Describe() => keys.Length == 0 ? $"All rows together: {text}" : $"By group: {text}";

    public override Step Open(Frame frame) => new Group(frame, frame.Open(Input!), keys, gatherings);

    private sealed class Group(Frame frame, Step input, (int Slot, Evaluator Key)[] keys, Gathering[] gatherings)
        : InnerStep(input)
    {
        // Groups met lately, by the very cells of their keys: most rows are of a few groups, and need no hashing of texts and lists.
        private (Cell[] Key, Gathered[] Values)[] _recent = [];
        private List<(Cell[] Key, Gathered[] Values)>? _groups;
        private int _next;

        public override void Begin()
        {
            (_groups, _next) = (null, 0);
            base.Begin();
        }

        public override bool Next()
        {
            _groups ??= Read();
            if (_next == _groups.Count)
                return false;
            var (key, values) = _groups[_next++];
            for (var i = 0; i < keys.Length; i++)
                frame.Slots[keys[i].Slot] = key[i];
            for (var i = 0; i < gatherings.Length; i++)
                frame.Slots[gatherings[i].Slot] = values[i].Result(frame);
            return true;
        }

        private List<(Cell[] Key, Gathered[] Values)> Read()
        {
            if (
                keys.Length == 0
                && Input is NodeStep nodes
                && Array.TrueForAll(gatherings, gathering => IsOfNodes(gathering, nodes.Slot))
            )
                return [([], Gather(nodes))];
            if (TryNumber() is { } counted)
                return counted;
            List<(Cell[] Key, Gathered[] Values)> groups = [];
            Dictionary<Cell[], Gathered[]> byKey = new(new RowEquality(frame.Graph));
            var key = new Cell[keys.Length];
            _recent = new (Cell[], Gathered[])[256];
            while (Input.Next())
            {
                for (var i = 0; i < keys.Length; i++)
                    key[i] = keys[i].Key.Evaluate(frame);
                ref var recent = ref _recent[PlaceOf(key)];
                if (recent.Key is { } known && AreIdentical(known, key))
                {
                    foreach (var value in recent.Values)
                        value.Add(frame);
                    continue;
                }

                if (!byKey.TryGetValue(key, out var values))
                {
                    byKey[key] = values = [.. gatherings.Select(gathering => new Gathered(frame, gathering))];
                    groups.Add((key, values));
                    frame.Meter.Keep(key);
                    frame.Meter.Keep(4 * gatherings.Length);
                    key = new Cell[keys.Length];
                    recent = (groups[^1].Key, values);
                }
                else
                    recent = ([.. key], values);

                foreach (var value in values)
                    value.Add(frame);
            }

            if (groups.Count == 0 && keys.Length == 0)
                groups.Add(([], [.. gatherings.Select(gathering => new Gathered(frame, gathering))]));
            return groups;
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
        private List<(Cell[] Key, Gathered[] Values)>? TryNumber()
        {
            if (
                keys.Length == 0
                || Input is not NodeStep nodes
                || frame.Graph.Sketch is not null
                || !Array.TrueForAll(gatherings, gathering => CountsRows(gathering, nodes.Slot))
            )
                return null;
            var coders = Array.ConvertAll(keys, key => NodeCoder.Of(frame, key.Key, nodes.Slot));
            if (!Array.TrueForAll(coders, coder => coder is not null))
                return null;
            return
            [
                .. new NodeGroups(coders!)
                    .Count(nodes)
                    .Select(group =>
                        (group.Key, Array.ConvertAll(gatherings, gathering => new Gathered(frame, gathering, group.Rows)))
                    ),
            ];
        }

        private Gathered[] Gather(NodeStep nodes)
        {
            var all = Array.ConvertAll(gatherings, gathering => new Gathered(frame, gathering));
            NodeBlock? block = null;
            while (nodes.NextBlock(ref block))
            {
                foreach (var one in all)
                    one.Add(frame, block);
            }

            for (var some = nodes.Rest(); !some.IsEmpty; some = nodes.Rest())
            {
                foreach (var one in all)
                    one.Add(frame, some);
            }

            return all;
        }
    }

    private static int PlaceOf(Cell[] key)
    {
        var hash = 0;
        foreach (ref readonly var cell in key.AsSpan())
            hash = (hash * 31) ^ cell.IdentityHash;
        return (hash ^ (hash >> 8) ^ (hash >> 16)) & 255;
    }

    private static bool AreIdentical(Cell[] x, Cell[] y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!x[i].IsIdentical(y[i]))
                return false;
        }

        return true;
    }

    /// <summary>One value of one group while it is gathered.</summary>
    private sealed class Gathered
    {
        private readonly Gathering _gathering;
        private readonly bool _keepsAll;
        private readonly HashSet<Cell[]>? _seen;
        private readonly HashSet<int>? _nodes;
        private Aggregate? _aggregate;
        private long _rows;

        public Gathered(Frame frame, Gathering gathering, long rows = 0)
        {
            (_gathering, _rows) = (gathering, rows);
            _keepsAll = gathering.Aggregate?.Name is "collect" or "percentileDisc" or "percentileCont";
            if (!gathering.IsDistinct)
                return;
            _seen = new(new RowEquality(frame.Graph));
            _nodes = [];
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
            if (_keepsAll)
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
            if (_keepsAll)
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
            if (cell.IsNode ? !_nodes!.Add(cell.Number) : !_seen!.Add([cell]))
                return false;
            frame.Meter.Keep(cell.Object ?? Value.Nothing);
            return true;
        }
    }
}
