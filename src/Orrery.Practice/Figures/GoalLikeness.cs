using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How alike two intents are (domain catalogue 2.6): the same where they target one metric and one value, else by the words of their titles.</summary>
public static class GoalLikeness
{
    /// <summary>From 0 to 1.</summary>
    public static double Of(Entity one, Entity other, IReadOnlySet<string> stopWords) =>
        TargetsOf(one).Intersect(TargetsOf(other)).Any() ? 1 : Similarity.Of(one.Title, other.Title, stopWords);

    private static IEnumerable<(Id Metric, double Target)> TargetsOf(Entity intent) =>
        intent
            .Relations(Direction.Out, "targets")
            .Select(relation => (relation.ToId, Kinds.NumberOf(relation["to-value"]) ?? Kinds.NumberOf(intent["target"])))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.ToId, pair.Item2!.Value));
}
