namespace Orrery.Practice;

/// <summary>What teams put into one piece of work: how many people, how far, for how many weeks.</summary>
/// <param name="People">How many the team has.</param>
/// <param name="Share">How much of it is involved, from 0 to 1.</param>
/// <param name="Weeks">At least and at most.</param>
public sealed record TeamEffort(double People, double Share, NumberRange Weeks);

/// <summary>From a least to a most.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The most; not below the least.</param>
public sealed record NumberRange(double Low, double High)
{
    /// <summary>How wide it is.</summary>
    public double Width => High - Low;
}

/// <summary>What a piece of work of several teams costs, and how long it takes (domain catalogue 2.6).</summary>
public static class CostRange
{
    /// <summary>People by share by weeks by rate, summed.</summary>
    /// <param name="efforts">One a team.</param>
    /// <param name="rate">What a week of one person costs.</param>
    public static NumberRange Of(IReadOnlyCollection<TeamEffort> efforts, double rate) =>
        new(
            efforts.Sum(effort => effort.People * effort.Share * effort.Weeks.Low * rate),
            efforts.Sum(effort => effort.People * effort.Share * effort.Weeks.High * rate)
        );

    /// <summary>Weeks until it is there: the longest part alone where nothing waits, all parts one after the other where everything does.</summary>
    /// <param name="efforts">At least one.</param>
    /// <param name="coupling">How much waits for other parts, from 0 to 1.</param>
    public static NumberRange Length(IReadOnlyCollection<TeamEffort> efforts, double coupling) =>
        new(
            Length(efforts.Select(effort => effort.Weeks.Low), coupling),
            Length(efforts.Select(effort => effort.Weeks.High), coupling)
        );

    private static double Length(IEnumerable<double> weeks, double coupling)
    {
        var (longest, sum) = (0.0, 0.0);
        foreach (var one in weeks)
            (longest, sum) = (Math.Max(longest, one), sum + one);
        return ((1 - coupling) * longest) + (coupling * sum);
    }
}
