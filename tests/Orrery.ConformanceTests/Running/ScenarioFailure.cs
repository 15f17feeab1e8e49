namespace Orrery.ConformanceTests;

/// <summary>A scenario went otherwise than it says.</summary>
/// <param name="what">One line; alike for alike failures, so that reports can group them.</param>
/// <param name="detail">Everything a reader needs: the query, expected and actual.</param>
internal sealed class ScenarioFailure(string what, string detail) : Exception(what)
{
    /// <summary>The query, what was expected, what came.</summary>
    public string Detail { get; } = detail;
}
