namespace Orrery.Practice;

/// <summary>Which place the work of a partner needs (domain catalogue 2.6).</summary>
public static class LaneRule
{
    /// <summary>Whether the rule is kept; null for a mode or a place it does not know.</summary>
    /// <param name="mode">How they work together: <c>collaboration</c>, <c>facilitating</c>, <c>as-a-service</c>.</param>
    /// <param name="origin">The place at the team whose work it is: <c>primary</c>, <c>secondary</c>, <c>ad-hoc</c>.</param>
    /// <param name="partner">The place at the other.</param>
    public static bool? IsKept(string mode, string origin, string partner) =>
        !IsLane(origin) || !IsLane(partner)
            ? null
            : mode switch
            {
                "collaboration" => origin == partner,
                "facilitating" => partner == "secondary",
                "as-a-service" => partner is "secondary" or "ad-hoc",
                _ => null,
            };

    private static bool IsLane(string lane) => lane is "primary" or "secondary" or "ad-hoc";
}
