namespace Orrery.ConformanceTests;

/// <summary>How a scenario went.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Failure">What went wrong, in one line; null when it passed.</param>
/// <param name="Detail">Query, expected and actual; empty when it passed.</param>
internal sealed record ScenarioOutcome(Scenario Scenario, string? Failure, string Detail)
{
    public bool HasPassed => Failure is null;
}
