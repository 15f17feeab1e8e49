namespace Orrery.Query;

/// <summary>Rows and looks of each step of one run.</summary>
internal sealed class Profile
{
    private readonly Dictionary<Plan, StepCount> _counts = [];

    public StepCount Of(Plan plan) => _counts.TryGetValue(plan, out var count) ? count : _counts[plan] = new();
}

/// <summary>What one step did.</summary>
internal sealed class StepCount
{
    public long Rows { get; set; }

    /// <summary>Looks of this step and of those it takes its rows from.</summary>
    public long Looks { get; set; }
}

/// <summary>Counts the rows of a step.</summary>
internal sealed class ProfiledStep(Frame frame, Step step, StepCount count) : Step
{
    public override void Begin() => step.Begin();

    public override bool Next()
    {
        var before = frame.Meter.Looks;
        var has = step.Next();
        count.Looks += frame.Meter.Looks - before;
        count.Rows += has ? 1 : 0;
        return has;
    }
}
