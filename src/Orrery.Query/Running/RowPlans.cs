using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Only rows for which a condition is true.</summary>
internal sealed class FilterPlan(Plan input, Evaluator condition, string text) : Plan(input)
{
    public override bool IsSingle => Input!.IsSingle;

    public override int Unique => Input!.Unique;

    public override string Describe() => $"Only where {text}";

    // Conditions one behind the other are one step, together with a scan before them, unless each step's rows are to be counted.
    public override Step Open(Frame frame)
    {
        List<Evaluator> conditions = [condition];
        var before = Input!;
        while (frame.Profile is null && before is FilterPlan filter)
        {
            conditions.Insert(0, filter.Condition);
            before = filter.Input!;
        }

        return before switch
        {
            ScanPlan scan when frame.Profile is null => scan.Open(frame, [.. conditions]),
            ReachPlan reach when frame.Profile is null => reach.Open(frame, [.. conditions]),
            _ => new Filter(frame, frame.Open(before), [.. conditions]),
        };
    }

    private Evaluator Condition => condition;

    private sealed class Filter(Frame frame, Step input, Evaluator[] conditions) : InnerStep(input)
    {
        public override bool Next()
        {
            while (Input.Next())
            {
                if (Passes())
                    return true;
            }

            return false;
        }

        private bool Passes()
        {
            foreach (var condition in conditions)
            {
                if (condition.Test(frame) != true)
                    return false;
            }

            return true;
        }
    }
}

/// <summary>Computes values into slots.</summary>
internal sealed class ComputePlan(Plan input, (int Slot, Evaluator Value)[] values, string text) : Plan(input)
{
    public override bool IsSingle => Input!.IsSingle;

    public override int Unique => Input!.Unique;

    public override string Describe() => $"Compute {text}";

    public override Step Open(Frame frame) => new Compute(frame, frame.Open(Input!), values);

    private sealed class Compute(Frame frame, Step input, (int Slot, Evaluator Value)[] values) : InnerStep(input)
    {
        // Of whose field each value was the last time, and what it was: many rows in a row are of one node (bench/, "query").
        private readonly (int Node, Cell Value)[] _last = Array.ConvertAll(values, static _ => (Ground.None, Cell.Null));

        public override bool Next()
        {
            if (!Input.Next())
                return false;
            var isPlain = frame.Graph.Sketch is null;
            for (var i = 0; i < values.Length; i++)
            {
                var (slot, value) = values[i];
                frame.Slots[slot] =
                    isPlain
                    && value is SlotPropertyValue { Slot: var of }
                    && frame.Slots[of] is { IsNode: true, Number: var node }
                        ? FieldOf(node, value, ref _last[i])
                        : value.Evaluate(frame);
            }

            return true;
        }

        private Cell FieldOf(int node, Evaluator field, ref (int Node, Cell Value) last)
        {
            if (last.Node != node)
                last = (node, field.Evaluate(frame));
            return last.Value;
        }
    }
}

/// <summary>Equal rows once.</summary>
internal sealed class DistinctPlan(Plan input, ImmutableArray<int> slots) : Plan(input)
{
    public override string Describe() => "Equal rows once";

    public override Step Open(Frame frame) => new Distinct(frame, frame.Open(Input!), slots);

    private sealed class Distinct(Frame frame, Step input, ImmutableArray<int> slots) : InnerStep(input)
    {
        private readonly RowSet _seen = new(frame, slots.Length);
        private readonly Cell[] _row = new Cell[slots.Length];
        private readonly HashSet<int> _nodes = [];

        public override void Begin()
        {
            _seen.Clear();
            _nodes.Clear();
            base.Begin();
        }

        public override bool Next()
        {
            while (Input.Next())
            {
                if (IsNew())
                    return true;
            }

            return false;
        }

        private bool IsNew()
        {
            if (slots.Length == 1 && frame.Slots[slots[0]] is { IsNode: true, Number: var node })
            {
                if (!_nodes.Add(node))
                    return false;
                frame.Meter.KeepBytes(16);
                return true;
            }

            frame.Save(slots, _row);
            _seen.NumberOf(_row, out var isNew);
            if (isNew)
                frame.Meter.KeepApart(_row);
            return isNew;
        }
    }
}

/// <summary>Leaves out the first rows, or ends after some.</summary>
internal sealed class WindowPlan(Plan input, Placed? skip, Placed? limit) : Plan(input)
{
    /// <summary>It leaves out what is too much, not what comes first.</summary>
    public bool IsLimit => limit is not null;

    public override string Describe() => skip is null ? "At most so many rows" : "Leave out the first rows";

    public override Step Open(Frame frame) => new Window(frame, frame.Open(Input!), skip, limit);

    private sealed class Window(Frame frame, Step input, Placed? skip, Placed? limit) : InnerStep(input)
    {
        private long _toSkip = -1;
        private long _left;

        public override void Begin()
        {
            _toSkip = -1;
            base.Begin();
        }

        public override bool Next()
        {
            if (_toSkip < 0)
                (_toSkip, _left) = (Rows(skip, "SKIP") ?? 0, Rows(limit, "LIMIT") ?? long.MaxValue);
            for (; _toSkip > 0; _toSkip--)
            {
                if (!Input.Next())
                    return false;
            }

            return _left-- > 0 && Input.Next();
        }

        private long? Rows(Placed? many, string clause) =>
            many?.Evaluator.Evaluate(frame) switch
            {
                null => null,
                { IsInteger: true, Integer: >= 0 and var rows } => rows,
                { IsInteger: true, Integer: var rows } => throw QueryFaults.NegativeRows(clause, rows).At(many.At),
                { } other => throw QueryFaults.NoNumberOfRows(clause, other.ToValue(frame.Graph)).At(many.At),
            };
    }
}

/// <summary>A row for every item of a list.</summary>
internal sealed class UnwindPlan(Plan input, Evaluator list, int slot, string name) : Plan(input)
{
    public override string Describe() => $"Each item of a list as {name}";

    public override Step Open(Frame frame) => new Unwind(frame, frame.Open(Input!), list, slot);

    private sealed class Unwind(Frame frame, Step input, Evaluator list, int slot) : InnerStep(input)
    {
        private ImmutableArray<Value> _items = [];
        private int _next;

        public override void Begin()
        {
            (_items, _next) = ([], 0);
            base.Begin();
        }

        public override bool Next()
        {
            while (_next >= _items.Length)
            {
                if (!Input.Next())
                    return false;
                var of = list.Evaluate(frame);
                _items =
                    of.IsNull ? []
                    : of.Object is Value.List many ? many.Items
                    : [of.ToValue(frame.Graph)];
                _next = 0;
            }

            frame.Meter.Look();
            frame.Slots[slot] = Cell.Of(_items[_next++], frame.Graph);
            return true;
        }
    }
}

/// <summary>The rows of a pattern, or one row with nothing in its slots where there is none.</summary>
internal sealed class OptionalPlan(Plan input, Plan pattern, ImmutableArray<int> slots) : Plan(input)
{
    public override IEnumerable<Plan> Inner => [pattern];

    public override string Describe() => "If there is";

    public override Step Open(Frame frame) => new Optional(frame, frame.Open(Input!), frame.Open(pattern), slots);

    private sealed class Optional(Frame frame, Step input, Step pattern, ImmutableArray<int> slots) : InnerStep(input)
    {
        private bool _isInside;

        public override void Begin()
        {
            _isInside = false;
            base.Begin();
        }

        public override bool Next()
        {
            if (_isInside && pattern.Next())
                return true;
            _isInside = false;
            if (!Input.Next())
                return false;
            pattern.Begin();
            if (pattern.Next())
                return _isInside = true;
            foreach (var slot in slots)
                frame.Slots[slot] = default;
            return true;
        }
    }
}

/// <summary>The rows of one plan after another's.</summary>
internal sealed class ConcatPlan(ImmutableArray<Plan> parts) : Plan(null)
{
    public override IEnumerable<Plan> Inner => parts;

    public override string Describe() => "One after the other";

    public override Step Open(Frame frame) => new Concat([.. parts.Select(frame.Open)]);

    private sealed class Concat(Step[] parts) : Step
    {
        private int _part = -1;

        public override void Begin() => _part = -1;

        public override bool Next()
        {
            for (; _part < parts.Length; parts[_part].Begin())
            {
                if (_part >= 0 && parts[_part].Next())
                    return true;
                if (++_part == parts.Length)
                    return false;
            }

            return false;
        }
    }
}

/// <summary>Puts a path together from the nodes and relations it is made of.</summary>
internal sealed class PathPlan(Plan input, int slot, ImmutableArray<int> elements, string name) : Plan(input)
{
    public override bool IsSingle => Input!.IsSingle;

    public override int Unique => Input!.Unique;

    public override string Describe() => $"The path as {name}";

    public override Step Open(Frame frame) => new PathStep(frame, frame.Open(Input!), slot, elements);

    private sealed class PathStep(Frame frame, Step input, int slot, ImmutableArray<int> elements) : InnerStep(input)
    {
        public override bool Next()
        {
            if (!Input.Next())
                return false;
            frame.Slots[slot] = PathBuilding.Build(frame, elements);
            return true;
        }
    }
}
