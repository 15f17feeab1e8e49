namespace Orrery.Practice;

/// <summary>How much is learned for what is shipped (domain catalogue 2.6).</summary>
public static class LearnShipRatio
{
    /// <summary>Learnings, reviews of decisions and results of experiments for each release; null where nothing was released.</summary>
    public static double? Of(double learnings, double reviews, double results, double releases) =>
        releases > 0 ? (learnings + reviews + results) / releases : null;
}
