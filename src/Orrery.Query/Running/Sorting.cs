using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Rows in order; with a limit, only the first are kept.</summary>
/// <param name="input">Where rows come from.</param>
/// <param name="keys">First key first.</param>
/// <param name="slots">What of a row is wanted afterwards.</param>
/// <param name="most">How many rows are wanted at most (skipped ones included), or null.</param>
internal sealed class SortPlan(
    Plan input,
    (Evaluator Key, bool IsDescending)[] keys,
    ImmutableArray<int> slots,
    Evaluator? skip,
    Evaluator? most
) : Plan(input)
{
    public override string Describe() => most is null ? "In order" : "The first in order";

    public override Step Open(Frame frame) => new Sort(frame, frame.Open(Input!), keys, slots, skip, most);

    private sealed class Sort(
        Frame frame,
        Step input,
        (Evaluator Key, bool IsDescending)[] keys,
        ImmutableArray<int> slots,
        Evaluator? skip,
        Evaluator? most
    ) : InnerStep(input)
    {
        private List<Row>? _rows;
        private int _next;

        public override void Begin()
        {
            (_rows, _next) = (null, 0);
            base.Begin();
        }

        public override bool Next()
        {
            _rows ??= Read();
            if (_next == _rows.Count)
                return false;
            frame.Load(slots, _rows[_next++].Cells);
            return true;
        }

        private List<Row> Read()
        {
            var bound = Bound();
            List<Row> rows = [];
            for (long order = 0; Input.Next(); order++)
            {
                var row = new Row(new Value[keys.Length], new Cell[slots.Length], order);
                for (var i = 0; i < keys.Length; i++)
                    row.Keys[i] = keys[i].Key.Evaluate(frame).ToValue(frame.Graph);
                frame.Save(slots, row.Cells);
                frame.Meter.Keep(row.Cells);
                foreach (var key in row.Keys)
                    frame.Meter.Keep(key);
                rows.Add(row);
                // Twice as many as are wanted: put them in order, forget the rest.
                if (rows.Count >= bound)
                    Shorten(rows, (int)(bound / 2));
            }

            InOrder(rows);
            return rows;
        }

        private long Bound()
        {
            if (most?.Evaluate(frame) is not { IsInteger: true, Integer: >= 0 and var limit })
                return long.MaxValue;
            var skipped = skip?.Evaluate(frame) is { IsInteger: true, Integer: >= 0 and var first } ? first : 0;
            return limit + skipped > 1_000_000 ? long.MaxValue : Math.Max(64, 2 * (limit + skipped));
        }

        private void Shorten(List<Row> rows, int most)
        {
            InOrder(rows);
            rows.RemoveRange(most, rows.Count - most);
        }

        // Sort wraps what the comparison throws; a limit that is reached while it sorts is a limit like any other.
        private void InOrder(List<Row> rows)
        {
            try
            {
                rows.Sort(Compare);
            }
            catch (InvalidOperationException wrapped)
                when (wrapped.InnerException is QueryException or OperationCanceledException)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(wrapped.InnerException);
            }
        }

        private int Compare(Row x, Row y)
        {
            frame.Meter.Compare();
            for (var i = 0; i < keys.Length; i++)
            {
                if (ValueOrder.Instance.Compare(x.Keys[i], y.Keys[i]) is not 0 and var order)
                    return keys[i].IsDescending ? -order : order;
            }

            return x.Order.CompareTo(y.Order);
        }
    }

    private readonly record struct Row(Value[] Keys, Cell[] Cells, long Order);
}
