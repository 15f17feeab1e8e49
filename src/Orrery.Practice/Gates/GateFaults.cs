using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Refusals of steps.</summary>
internal static class GateFaults
{
    private const int FewThings = 3;

    public static Fault Unmet(ImmutableArray<Step> shut) =>
        new(
            FaultKind.Conflict,
            "gate.unmet",
            shut is [var only]
                ? $"{only.Name} cannot be {Plain(only.To)} yet. Still asked for: {Asked(only)}."
                : $"{shut.Length} things cannot take this step yet. Still asked for: {string.Join("; ", shut.Take(FewThings).Select(step => $"{step.Name}: {Asked(step)}"))}{(shut.Length > FewThings ? "; and so on" : "")}.",
            $"In the same change or before it, {string.Join("; ", shut.SelectMany(step => step.Missing).Select(Remedy).Distinct())}. If it was so on an earlier day already, say since when."
        );

    public static Fault Skips(Step step) =>
        new(
            FaultKind.Conflict,
            "step.unknown",
            $"{step.Name} is {Plain(step.From!)}: {Plain(step.To)} does not follow that.",
            step.Lifecycle.After(step.From!) is { IsEmpty: false } after
                ? $"What may follow: {string.Join(", ", after.Select(Plain))}. Or give a reason with the change, and it is taken as you say."
                : "Nothing follows it. Give a reason with the change, and it is taken as you say."
        );

    private static string Asked(Step step) => string.Join(", ", step.Missing.Select(demand => Lower(demand.Title)));

    private static string Remedy(Demand demand) =>
        demand.Ask switch
        {
            GateAsk.Field field => $"say its '{field.Symbol}'{Or(demand)}",
            GateAsk.Relation { Direction: Direction.In } relation => $"relate something to it by '{relation.Type}'{Or(demand)}",
            GateAsk.Relation relation => $"relate it by '{relation.Type}'{Or(demand)}",
            _ => throw new System.Diagnostics.UnreachableException("A line asks for a field or a relation."),
        };

    private static string Or(Demand demand) => demand.Unless is { } unless ? $" or say its '{unless}'" : "";

    private static string Plain(string state) => state.Replace('-', ' ');

    private static string Lower(string title) =>
        title is [var first, var second, ..] && char.IsUpper(first) && !char.IsUpper(second)
            ? char.ToLowerInvariant(first) + title[1..]
            : title;
}
