using System.Collections.Immutable;
using System.Text;

namespace Orrery.ConformanceTests;

/// <summary>What a run of the kit tells people: totals by folder on the console, more in <c>artifacts/conformance.txt</c>.</summary>
internal static class KitReport
{
    public static void Write(ImmutableArray<ScenarioOutcome> outcomes)
    {
        var totals = Totals(outcomes);
        Console.WriteLine(totals);
        var folder = Directory.CreateDirectory(Path.Combine(CompatibilityKit.Repository, "artifacts")).FullName;
        File.WriteAllText(Path.Combine(folder, "conformance.txt"), $"{totals}\n{ByFile(outcomes)}\n{Failures(outcomes)}");
    }

    private static string Totals(ImmutableArray<ScenarioOutcome> outcomes)
    {
        var text = new StringBuilder("openCypher compatibility kit\n");
        foreach (var folder in outcomes.GroupBy(outcome => outcome.Scenario.Folder))
            text.Append(Line(folder.Key, [.. folder]));
        return text.Append(Line("all", outcomes)).ToString();
    }

    private static string ByFile(ImmutableArray<ScenarioOutcome> outcomes) =>
        string.Concat(outcomes.GroupBy(outcome => outcome.Scenario.Feature).Select(file => Line(file.Key, [.. file])));

    private static string Line(string name, ImmutableArray<ScenarioOutcome> outcomes)
    {
        var passed = outcomes.Count(outcome => outcome.HasPassed);
        return $"{name, -58} {passed, 5} of {outcomes.Length, 5}  {100m * passed / Math.Max(1, outcomes.Length), 6:0.0} %\n";
    }

    // The commonest failure first, so that the next thing to mend stands on top.
    private static string Failures(ImmutableArray<ScenarioOutcome> outcomes)
    {
        var text = new StringBuilder();
        var failures = outcomes.Where(outcome => !outcome.HasPassed).GroupBy(outcome => outcome.Failure!);
        foreach (var alike in failures.OrderByDescending(group => group.Count()))
        {
            text.Append($"{alike.Count()} x {alike.Key}\n");
            foreach (var outcome in alike)
                text.Append($"    {outcome.Scenario.Id}\n");
        }

        return text.ToString();
    }
}
