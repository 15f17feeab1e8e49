using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>A clause that writes: it first takes all rows before it, then acts on each, then hands them on. What it reads it never changes under its own feet.</summary>
/// <param name="input">Where rows come from.</param>
/// <param name="slots">What of a row lives on.</param>
/// <param name="action">What is done with each row.</param>
/// <param name="at">Where it is written.</param>
/// <param name="text">For EXPLAIN.</param>
internal sealed class WritePlan(Plan input, ImmutableArray<int> slots, WriteAction action, TextSpan at, string text) : Plan(input)
{
    public override IEnumerable<Plan> Inner => action.Inner;

    public override string Describe() => text;

    public override Step Open(Frame frame)
    {
        var write = new Write(frame, frame.Open(Input!), slots, action, at);
        frame.Writes.Add(write);
        return write;
    }

    /// <summary>The step, which runs to its end even if nobody asks for its rows.</summary>
    internal sealed class Write(Frame frame, Step input, ImmutableArray<int> slots, WriteAction action, TextSpan at)
        : InnerStep(input)
    {
        private List<Cell[]>? _rows;
        private int _next;

        public override void Begin()
        {
            (_rows, _next) = (null, 0);
            base.Begin();
        }

        public override bool Next()
        {
            _rows ??= Act();
            if (_next == _rows.Count)
                return false;
            frame.Load(slots, _rows[_next++]);
            return true;
        }

        /// <summary>Acts, if nobody has asked yet.</summary>
        public void Finish() => _rows ??= Act();

        private List<Cell[]> Act()
        {
            List<Cell[]> before = [];
            while (Input.Next())
            {
                if (before.Count == frame.Meter.Limits.Rows)
                    throw QueryFaults.ChangesLimit(frame.Meter.Limits.Rows);
                before.Add(Keep());
            }

            frame.Graph.BeginSketch();
            try
            {
                return Act(before);
            }
            catch (QueryException refused) when (refused.Fault.At is null)
            {
                throw refused.At(at);
            }
        }

        private List<Cell[]> Act(List<Cell[]> before)
        {
            List<Cell[]> after = [];
            foreach (var row in before)
            {
                frame.Load(slots, row);
                action.Act(frame, () => after.Add(Keep()));
            }

            action.End(frame);
            return after;
        }

        private Cell[] Keep()
        {
            var row = new Cell[slots.Length];
            frame.Save(slots, row);
            frame.Meter.Keep(row);
            return row;
        }
    }
}

/// <summary>What a writing clause does with a row.</summary>
internal abstract class WriteAction
{
    /// <summary>Plans it runs.</summary>
    public virtual IEnumerable<Plan> Inner => [];

    /// <summary>Acts on the row in the slots, and calls <paramref name="emit"/> for each row that comes of it.</summary>
    public abstract void Act(Frame frame, Action emit);

    /// <summary>After the last row.</summary>
    public virtual void End(Frame frame) { }
}
