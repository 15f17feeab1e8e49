using System.Collections.Immutable;

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
    private readonly (Evaluator Key, bool IsDescending)[] _keys = keys;
    private readonly ImmutableArray<int> _slots = slots;
    private readonly Evaluator? _skip = skip;
    private readonly Evaluator? _most = most;

    public override string Describe() => _most is null ? "In order" : "The first in order";

    public override Step Open(Frame frame) => new Sort(frame, frame.Open(Input!), this);

    // Rows lie one behind the other in two borrowed arrays, and what is put in order are their numbers: ten thousand rows are made for two hundred that
    // somebody sees (bench/views).
    private sealed class Sort : InnerStep
    {
        private readonly Frame _frame;
        private readonly (Evaluator Key, bool IsDescending)[] _by;
        private readonly ImmutableArray<int> _slots;
        private readonly Evaluator? _skip;
        private readonly Evaluator? _most;
        private readonly bool _isLast;
        private readonly CellRows _rows;
        private int[]? _order;
        private int _count;
        private int _next;

        public Sort(Frame frame, Step input, SortPlan plan)
            : base(input)
        {
            (_frame, _by, _slots) = (frame, plan._keys, plan._slots);
            (_skip, _most, _isLast) = (plan._skip, plan._most, frame.Plan.IsOrderedBy(plan));
            _rows = frame.Borrow(_by.Length + _slots.Length);
        }

        public override int? Left => _order is null ? null : _count - _next;

        public override void Begin()
        {
            (_order, _count, _next) = (null, 0, 0);
            base.Begin();
        }

        public override bool Next()
        {
            _order ??= Read();
            if (_next == _count)
                return false;
            var row = _order[_next++];
            // Whoever goes on with it counts what it keeps of it.
            _frame.Meter.Forget(Weigh(row));
            _frame.Load(_slots, _rows[row][_by.Length..]);
            return true;
        }

        private int[] Read()
        {
            _rows.Clear();
            var wanted = Wanted();
            var mostInAnswer = MostInAnswer();
            var most = Math.Max(64, 2 * wanted);
            // As many as are wanted go before it already.
            var worst = -1;
            while (Input.Next())
            {
                var row = _rows.Add();
                for (var i = 0; i < _by.Length; i++)
                    row[i] = KeyOf(_by[i].Key.Evaluate(_frame));
                _frame.Meter.Look(_by.Length);
                if (worst >= 0 && Compare(_rows.Count - 1, worst) > 0)
                {
                    _rows.DropLast();
                    continue;
                }

                _frame.Save(_slots, row[_by.Length..]);
                _frame.Meter.KeepBytes(Weigh(_rows.Count - 1));
                if (_rows.Count > mostInAnswer)
                    throw QueryFaults.RowsLimit(_frame.Meter.Limits.Rows);
                // Twice as many as are wanted: put them in order, forget the rest.
                if (_rows.Count < most)
                    continue;
                Shorten((int)wanted);
                worst = _rows.Count - 1;
            }

            _count = _rows.Count;
            return InOrder();
        }

        // Rows that can be in the answer, or in what follows: all, or those a limit leaves.
        private long Wanted() => Limit() is { } limit && limit + Skipped() <= 1_000_000 ? limit + Skipped() : long.MaxValue / 4;

        // An answer in this order that would have more rows than any may have is not put in order first.
        private long MostInAnswer()
        {
            var rows = _frame.Meter.Limits.Rows;
            return _isLast && (_most is null || Limit() > rows) ? rows + Skipped() : long.MaxValue;
        }

        private long? Limit() => NumberOf(_most);

        private long Skipped() => NumberOf(_skip) ?? 0;

        // No more than can be added up.
        private long? NumberOf(Evaluator? number) =>
            number?.Evaluate(_frame) is { IsInteger: true, Integer: >= 0 and var rows }
                ? Math.Min(rows, long.MaxValue / 4)
                : null;

        private void Shorten(int most)
        {
            var order = InOrder();
            for (var i = most; i < order.Length; i++)
                _frame.Meter.Forget(Weigh(order[i]));
            _rows.KeepInOrder(order.AsSpan(0, most));
        }

        private long Weigh(int row)
        {
            var cells = _rows[row];
            var (bytes, holds) = (Meter.BytesOf(cells[_by.Length..]), false);
            foreach (ref readonly var key in cells[.._by.Length])
                bytes += key.Object is { } value ? Meter.BytesOf(value) : 16;
            foreach (ref readonly var cell in cells)
                holds |= cell.Object is not null;
            return bytes + (holds && !_isLast ? Meter.RowOfObjects : 0);
        }

        // Sort wraps what the comparison throws; a limit that is reached while it sorts is a limit like any other.
        private int[] InOrder()
        {
            var order = new int[_rows.Count];
            for (var i = 0; i < order.Length; i++)
                order[i] = i;
            try
            {
                order.AsSpan().Sort(Compare);
                return order;
            }
            catch (InvalidOperationException wrapped)
                when (wrapped.InnerException is QueryException or OperationCanceledException)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(wrapped.InnerException);
                throw;
            }
        }

        // Rows that are alike stay as they came: those kept were put in order, and later ones have higher numbers.
        private int Compare(int x, int y)
        {
            _frame.Meter.Compare();
            Span<Cell> one = _rows[x];
            Span<Cell> other = _rows[y];
            for (var i = 0; i < _by.Length; i++)
            {
                if (one[i].CompareTo(other[i], _frame.Graph) is not 0 and var order)
                    return _by[i].IsDescending ? -order : order;
            }

            return x.CompareTo(y);
        }

        // A thing is ordered by its id, which is looked up once.
        private Cell KeyOf(in Cell key) => key.IsNode || key.IsRelation ? Cell.OfPlain(key.ToValue(_frame.Graph)) : key;
    }
}
