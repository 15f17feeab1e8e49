namespace Orrery.Practice;

/// <summary>What waiting costs, in weights (domain catalogue 2.6). A talk aid for the order of a conversation, not a score.</summary>
public static class CostOfDelay
{
    /// <summary>Urgency times value.</summary>
    public static double Of(double urgency, double value) => urgency * value;

    /// <summary>Cost of delay divided by how long it takes; the less sure the duration, the longer it counts.</summary>
    /// <param name="costOfDelay">At least 0.</param>
    /// <param name="duration">The weight of the duration, above 0.</param>
    /// <param name="confidence">How sure the duration is, above 0 up to 1.</param>
    /// <remarks>The published tool multiplies the duration by the confidence, so that an unsure one raises the rank: not so here.</remarks>
    public static double PerDuration(double costOfDelay, double duration, double confidence) =>
        costOfDelay / (duration / confidence);
}
