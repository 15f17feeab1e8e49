using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What the functions of the practice refuse.</summary>
internal static class PracticeFaults
{
    public static Fault Argument(string what, string value, string wanted) =>
        new(
            FaultKind.Invalid,
            "practice.argument",
            $"{what} is {(value.Length > 60 ? $"{value[..60]}..." : value)}, and should be {wanted}.",
            "See docs/functions.md for what each function takes, with an example of each."
        );

    public static Fault OfAPerson(string function) =>
        new(
            FaultKind.Denied,
            "practice.of-a-person",
            $"{function} is a figure of teams, and was asked of one person.",
            "Figures of single people are not worked out. Ask it of the team, or ask what there is to talk about: MATCH (p)-[:WORKS_ON]->(w) RETURN w."
        );
}
