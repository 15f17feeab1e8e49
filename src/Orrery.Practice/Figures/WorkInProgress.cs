using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How much a team has under way at once (domain catalogue 2.6). Of teams only: the load of one person is that person's to tell (docs/guardrails.md).</summary>
public static class WorkInProgress
{
    /// <summary>The bets and initiatives in action that a team works on, each once.</summary>
    public static int Of(Entity team) =>
        team.Relations(Direction.Out, "works-on")
            .Select(work => work.To)
            .OfType<Entity>()
            .Where(work => work["status"].AsText == "in-action" && (Kinds.Is(work, "bet") || Kinds.Is(work, "initiative")))
            .DistinctBy(work => work.Order)
            .Count();

    /// <summary>How much it may have: its own limit, else half of its members; null for a team without either.</summary>
    public static double? LimitOf(Entity team)
    {
        if (Kinds.NumberOf(team["wip-limit"]) is { } own)
            return own;
        var members = team.Relations(Direction.In, "member").DistinctBy(member => member.FromId).Count();
        return members == 0 ? null : members / 2.0;
    }
}
