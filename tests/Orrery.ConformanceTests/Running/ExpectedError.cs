using System.Text.RegularExpressions;
using Orrery.Query;

namespace Orrery.ConformanceTests;

/// <summary>An error that a scenario expects: its class, when it shows, and openCypher's name of what is wrong (or <c>*</c>).</summary>
internal sealed partial record ExpectedError(string Error, string Phase, string Detail)
{
    public static ExpectedError? Find(string step) =>
        Pattern.Match(step) is { Success: true } match
            ? new(match.Groups["error"].Value, match.Groups["phase"].Value, match.Groups["detail"].Value)
            : null;

    /// <exception cref="ScenarioFailure">It was answered, or refused otherwise.</exception>
    public void Check(Asked asked)
    {
        switch (asked.Outcome)
        {
            case QueryOutcome.Refused { Fault: var fault } when IsMet(fault):
                return;
            case QueryOutcome.Refused { Fault: var fault }:
                throw new ScenarioFailure(
                    $"expected {this}, refused {fault.Error} at {fault.Phase}: {fault.Detail}",
                    $"{asked.Text}\n\nexpected {this}\nactual   {FaultText.Of(fault)}"
                );
            default:
                throw new ScenarioFailure(
                    $"expected {this}, but it was answered",
                    $"{asked.Text}\n\nexpected {this}\nactual   {asked.Answer.Rows.Length} rows of {string.Join(", ", asked.Answer.Columns)}"
                );
        }
    }

    public override string ToString() => $"{Error} at {Phase}: {Detail}";

    private bool IsMet(QueryFault fault) =>
        fault.Error.ToString() == Error
        && (Detail == "*" || fault.Detail == Detail)
        && Phase switch
        {
            "compile time" => fault.Phase == QueryPhase.CompileTime,
            "runtime" => fault.Phase == QueryPhase.Runtime,
            _ => true,
        };

    [GeneratedRegex(
        @"^an? (?<error>\w+) should be raised at (?<phase>compile time|runtime|any time): (?<detail>\S+)$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Pattern { get; }
}
