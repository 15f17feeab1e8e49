namespace Orrery.Query;

/// <summary>A step of a plan while it runs: each call of <see cref="Next"/> leaves the next row in the slots of the frame.</summary>
internal abstract class Step
{
    /// <summary>Starts over: also for a subquery, once for every row outside.</summary>
    public abstract void Begin();

    /// <summary>Whether there is another row.</summary>
    public abstract bool Next();

    /// <summary>How many rows are left, where that is known; else null.</summary>
    public virtual int? Left => null;
}

/// <summary>A step that takes the rows of another one.</summary>
internal abstract class InnerStep(Step input) : Step
{
    protected Step Input => input;

    public override void Begin() => input.Begin();
}

/// <summary>How a step is made; shared by all runs of a cached plan, so it keeps no state of a run.</summary>
internal abstract class Plan(Plan? input)
{
    /// <summary>Where its rows come from; null for one that begins.</summary>
    public Plan? Input => input;

    /// <summary>Further plans it runs, for the text of the whole.</summary>
    public virtual IEnumerable<Plan> Inner => [];

    /// <summary>Whether it has at most one row.</summary>
    public virtual bool IsSingle => false;

    /// <summary>A slot that holds another value in each row, or -1: equal rows need not be looked for.</summary>
    public virtual int Unique => -1;

    /// <summary>How many rows are expected, for the text.</summary>
    public double Rows { get; set; } = 1;

    /// <summary>What it does, in a line of EXPLAIN.</summary>
    public abstract string Describe();

    public abstract Step Open(Frame frame);
}

/// <summary>Where every query begins: one row.</summary>
internal sealed class OncePlan() : Plan(null)
{
    public override bool IsSingle => true;

    public override string Describe() => "Once";

    public override Step Open(Frame frame) => new Once();

    private sealed class Once : Step
    {
        private bool _isDone;

        public override void Begin() => _isDone = false;

        public override bool Next() => !_isDone && (_isDone = true);
    }
}
