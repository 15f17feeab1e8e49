using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Orrery.ConformanceTests;

/// <summary>Runs the kit once, on all processors, and reports.</summary>
internal static class KitRun
{
    private static readonly Lazy<Task<FrozenDictionary<string, ScenarioOutcome>>> Once = new(RunAsync);

    /// <summary>By scenario id.</summary>
    public static Task<FrozenDictionary<string, ScenarioOutcome>> Outcomes => Once.Value;

    private static async Task<FrozenDictionary<string, ScenarioOutcome>> RunAsync()
    {
        var outcomes = new ConcurrentBag<ScenarioOutcome>();
        await Parallel.ForEachAsync(
            CompatibilityKit.Scenarios,
            async (scenario, cancel) => outcomes.Add(await RunAsync(scenario, cancel))
        );
        KitReport.Write([.. outcomes.OrderBy(outcome => outcome.Scenario.Id, StringComparer.Ordinal)]);
        return outcomes.ToFrozenDictionary(outcome => outcome.Scenario.Id, StringComparer.Ordinal);
    }

    /// <summary>Runs one scenario.</summary>
    public static async Task<ScenarioOutcome> RunAsync(Scenario scenario, CancellationToken cancel)
    {
        try
        {
            await ScenarioRun.RunAsync(scenario, cancel);
            return new(scenario, null, "");
        }
        catch (ScenarioFailure failure)
        {
            return new(scenario, failure.Message, failure.Detail);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // A bug met by one scenario is that scenario's failure.
            var query = scenario.Steps.LastOrDefault(step => step.Text == "executing query:")?.Document;
            return new(scenario, $"{bug.GetType().Name}: {bug.Message.Split('\n')[0]}", $"{query}\n\n{bug}");
        }
    }
}
