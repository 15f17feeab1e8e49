using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Numbers the values that an expression has for nodes, from 0 in order of first meeting; equal values have one number. Grouping compares numbers, not values.</summary>
internal abstract class NodeCoder
{
    private readonly RowSet _values;

    private NodeCoder(Frame frame) => (Frame, _values) = (frame, new(frame, 1));

    /// <summary>How many values were met.</summary>
    public int Count => _values.Count;

    /// <summary>The value of a number.</summary>
    public Cell this[int number] => _values[number][0];

    private Frame Frame { get; }

    /// <summary>The number of the value of each of some nodes.</summary>
    public abstract void Number(ReadOnlySpan<int> nodes, Span<int> numbers);

    /// <summary>The values of all entities as numbers of their column; null while there are none.</summary>
    public abstract ValueCodes? Codes { get; }

    /// <summary>The number of the value that a number of the column stands for, some node having it.</summary>
    public abstract int NumberOfCode(int code, int node);

    /// <summary>Tells how many values were not read from numbers of a column: they may get one.</summary>
    public abstract void NoteUncoded();

    /// <summary>What numbers a key of nodes in a slot; null where it must be computed row by row.</summary>
    public static NodeCoder? Of(Frame frame, Evaluator key, int slot) =>
        key switch
        {
            SlotPropertyValue { Slot: var of } property when of == slot && !OfOurs(frame, property.Key) => new FieldCoder(
                frame,
                property.Key
            ),
            _ when IsOfLabels(key, slot) => new LabelCoder(frame, key, slot),
            _ => null,
        };

    private int NumberOf(in Cell value)
    {
        ReadOnlySpan<Cell> row = [value];
        var number = _values.NumberOf(row, out var isNew);
        if (isNew)
            Frame.Meter.KeepApart(row);
        return number;
    }

    private static bool OfOurs(Frame frame, PropertyKey key) =>
        !frame.Graph.Vocabulary.IsPlain && OurProperties.Names.Contains(key.Name);

    private static bool IsOfLabels(Evaluator key, int slot) =>
        key switch
        {
            GraphFunctionValue { Function.Name: "labels", Argument: SlotValue { Slot: var of } } => of == slot,
            IndexedValue { Target: var target, Place: Constant } => IsOfLabels(target, slot),
            _ => false,
        };

    /// <summary>A field: by the marks of its column.</summary>
    private sealed class FieldCoder(Frame frame, PropertyKey key) : NodeCoder(frame)
    {
        private const int Places = 1_024;

        private int _uncoded;

        public override ValueCodes? Codes { get; } = frame.Graph.Ground.CodesOf(key.Number);

        public override int NumberOfCode(int code, int node) => NumberOf(Frame.Graph.CellOf(Codes![code]));

        public override void NoteUncoded() => Frame.Graph.Ground.NoteUncoded(key.Number, _uncoded);

        // Marks met lately; a number is kept one higher, so that 0 is nothing.
        private readonly (ValueStamp Stamp, int Number)[] _recent = new (ValueStamp, int)[Places];

        public override void Number(ReadOnlySpan<int> nodes, Span<int> numbers)
        {
            var ground = Frame.Graph.Ground;
            _uncoded += nodes.Length;
            for (var i = 0; i < nodes.Length; i++)
            {
                if (!ground.TryStamp(nodes[i], key.Number, out var stamp))
                {
                    numbers[i] = NumberOf(Frame.Graph.Property(nodes[i], key));
                    continue;
                }

                ref var recent = ref _recent[stamp.GetHashCode() & (Places - 1)];
                if (recent.Number == 0 || recent.Stamp != stamp)
                    recent = (stamp, NumberOf(Frame.Graph.CellOf(stamp)) + 1);
                numbers[i] = recent.Number - 1;
            }
        }
    }

    /// <summary>What depends on the labels alone: computed once for each set of labels.</summary>
    private sealed class LabelCoder(Frame frame, Evaluator key, int slot) : NodeCoder(frame)
    {
        private int[] _bySet = new int[64];
        private int _uncoded;

        public override ValueCodes? Codes { get; } = frame.Graph.Ground.LabelCodes();

        public override int NumberOfCode(int code, int node) => NumberOfSet(Codes!.LabelSet(code), node);

        public override void NoteUncoded() => Frame.Graph.Ground.NoteUncoded(null, _uncoded);

        public override void Number(ReadOnlySpan<int> nodes, Span<int> numbers)
        {
            _uncoded += nodes.Length;
            Frame.Graph.LabelSets(nodes, numbers);
            for (var i = 0; i < nodes.Length; i++)
            {
                numbers[i] = numbers[i] < 0 ? Compute(nodes[i]) : NumberOfSet(numbers[i], nodes[i]);
            }
        }

        private int NumberOfSet(int set, int node)
        {
            if (set >= _bySet.Length)
                Array.Resize(ref _bySet, Math.Max(set + 1, _bySet.Length * 2));
            if (_bySet[set] == 0)
                _bySet[set] = Compute(node) + 1;
            return _bySet[set] - 1;
        }

        private int Compute(int node)
        {
            Frame.Slots[slot] = Cell.Node(node);
            return NumberOf(key.Evaluate(Frame));
        }
    }
}
