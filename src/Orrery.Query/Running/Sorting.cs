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

    public override Step Open(Frame frame) =>
        new Sort(frame, frame.Open(Input!), keys, slots, skip, most, frame.Plan.IsOrderedBy(this));

    private sealed class Sort(
        Frame frame,
        Step input,
        (Evaluator Key, bool IsDescending)[] keys,
        ImmutableArray<int> slots,
        Evaluator? skip,
        Evaluator? most,
        bool isLast
    ) : InnerStep(input)
    {
        private readonly Value[] _keys = new Value[keys.Length];
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
            var wanted = Wanted();
            var mostInAnswer = MostInAnswer();
            List<Row> rows = [];
            Row? last = null;
            for (long order = 0; Input.Next(); order++)
            {
                for (var i = 0; i < keys.Length; i++)
                    _keys[i] = keys[i].Key.Evaluate(frame).ToValue(frame.Graph);
                frame.Meter.Look(keys.Length);
                // As many as are wanted go before it already.
                if (last is { } worst && Compare(new(_keys, [], order), worst) > 0)
                    continue;
                rows.Add(Save(order));
                if (rows.Count > mostInAnswer)
                    throw QueryFaults.RowsLimit(frame.Meter.Limits.Rows);
                // Twice as many as are wanted: put them in order, forget the rest.
                if (rows.Count < Math.Max(64, 2 * wanted))
                    continue;
                Shorten(rows, (int)wanted);
                last = rows is [] ? null : rows[^1];
            }

            InOrder(rows);
            return rows;
        }

        private Row Save(long order)
        {
            var row = new Row([.. _keys], new Cell[slots.Length], order);
            frame.Save(slots, row.Cells);
            frame.Meter.KeepBytes(Weigh(row));
            return row;
        }

        // Rows that can be in the answer, or in what follows: all, or those a limit leaves.
        private long Wanted() => Limit() is { } limit && limit + Skipped() <= 1_000_000 ? limit + Skipped() : long.MaxValue / 4;

        // An answer in this order that would have more rows than any may have is not put in order first.
        private long MostInAnswer()
        {
            var rows = frame.Meter.Limits.Rows;
            return isLast && (most is null || Limit() > rows) ? rows + Skipped() : long.MaxValue;
        }

        private long? Limit() => NumberOf(most);

        private long Skipped() => NumberOf(skip) ?? 0;

        // No more than can be added up.
        private long? NumberOf(Evaluator? number) =>
            number?.Evaluate(frame) is { IsInteger: true, Integer: >= 0 and var rows } ? Math.Min(rows, long.MaxValue / 4) : null;

        private void Shorten(List<Row> rows, int most)
        {
            InOrder(rows);
            for (var i = most; i < rows.Count; i++)
                frame.Meter.Forget(Weigh(rows[i]));
            rows.RemoveRange(most, rows.Count - most);
        }

        private static long Weigh(Row row)
        {
            var bytes = Meter.BytesOf(row.Cells);
            foreach (var key in row.Keys)
                bytes += Meter.BytesOf(key);
            return bytes;
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
