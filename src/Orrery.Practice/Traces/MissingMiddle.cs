namespace Orrery.Practice;

/// <summary>A horizon at which nothing lies although something lies nearer and something further: the same for threads and ladders.</summary>
public static class MissingMiddle
{
    /// <summary>Whether a horizon is one.</summary>
    /// <param name="horizon">From 0 to 6.</param>
    /// <param name="isEmpty">Whether nothing lies at a horizon.</param>
    public static bool Is(int horizon, Func<int, bool> isEmpty) =>
        isEmpty(horizon)
        && Enumerable.Range(0, horizon).Any(nearer => !isEmpty(nearer))
        && Enumerable.Range(horizon + 1, Horizons.Count - horizon - 1).Any(further => !isEmpty(further));
}
