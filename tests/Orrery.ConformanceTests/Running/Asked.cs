using Orrery.Graph;
using Orrery.Query;

namespace Orrery.ConformanceTests;

/// <summary>A query that was asked and, where it writes, carried out.</summary>
/// <param name="Text">The query.</param>
/// <param name="Outcome">Rows or a refusal.</param>
/// <param name="Before">What it was answered on.</param>
/// <param name="After">What there is when it has been carried out.</param>
internal sealed record Asked(string Text, QueryOutcome Outcome, Reading Before, Reading After)
{
    /// <summary>What openCypher calls side effects, by comparing what was there before and after.</summary>
    public ChangeCounts SideEffects { get; } = GraphParts.Changes(GraphParts.Of(Before), GraphParts.Of(After));

    /// <summary>The answer, where one was expected.</summary>
    /// <exception cref="ScenarioFailure">It was refused.</exception>
    public Answer Answer =>
        Outcome switch
        {
            QueryOutcome.Answered answered => answered.Answer,
            QueryOutcome.Refused { Fault: var fault } => throw new ScenarioFailure(
                $"refused: {fault.Error} at {fault.Phase}: {fault.Detail}",
                $"{Text}\n\nrefused {FaultText.Of(fault)}"
            ),
            _ => throw new System.Diagnostics.UnreachableException("A question is answered or refused."),
        };
}

/// <summary>A refusal in openCypher's terms.</summary>
internal static class FaultText
{
    public static string Of(QueryFault fault) =>
        $"{fault.Error} at {(fault.Phase == QueryPhase.CompileTime ? "compile time" : "runtime")}: {fault.Detail} - {fault.Fault.Message}";
}
