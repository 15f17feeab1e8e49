using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.ConformanceTests;

/// <summary>Takes the steps of a scenario, on a graph of its own.</summary>
internal sealed partial class ScenarioRun
{
    private readonly TriedGraph _graph;
    private readonly Dictionary<string, Value> _parameters = new(StringComparer.Ordinal);
    private Asked? _asked;
    private bool _mayBeRefused;

    private ScenarioRun(TriedGraph graph) => _graph = graph;

    /// <summary>Runs it and holds that replaying its journal gives the graph it left.</summary>
    /// <exception cref="ScenarioFailure">It went otherwise than it says.</exception>
    public static async Task RunAsync(Scenario scenario, CancellationToken cancel)
    {
        await using var graph = await TriedGraph.OpenAsync(cancel);
        var run = new ScenarioRun(graph);
        foreach (var step in scenario.Steps)
            await run.TakeAsync(step, cancel);
        run.EndQuery();
        await graph.CheckReplayAsync(cancel);
    }

    private async Task TakeAsync(Step step, CancellationToken cancel)
    {
        switch (step.Text)
        {
            case "an empty graph" or "any graph":
                break;
            case var text when NamedGraph.Match(text) is { Success: true } match:
                await PrepareAsync(CompatibilityKit.Graph(match.Groups["name"].Value), cancel);
                break;
            case "having executed:":
                await PrepareAsync(step.Document!, cancel);
                break;
            case "parameters are:":
                foreach (var row in step.Table)
                    _parameters[row[0]] = LiteralReader.Read(row[1]).ToValue();
                break;
            case var text when text.StartsWith(ProcedureStep, StringComparison.Ordinal):
                _graph.Add(KitProcedure.Of(text[ProcedureStep.Length..].Trim(), step.Table));
                break;
            case "executing query:" or "executing control query:":
                EndQuery();
                _asked = await _graph.AskAsync(new(step.Document!, Parameters), cancel);
                _mayBeRefused = false;
                break;
            default:
                Check(step, _asked ?? throw new InvalidDataException($"Nothing was asked before: {step.Text}"));
                break;
        }
    }

    private const string ProcedureStep = "there exists a procedure ";

    private ImmutableSortedDictionary<string, Value> Parameters =>
        _parameters.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private async Task PrepareAsync(string text, CancellationToken cancel) =>
        _ = (await _graph.AskAsync(new(text, Parameters), cancel)).Answer;

    private void Check(Step step, Asked asked)
    {
        switch (step.Text)
        {
            case "the result should be empty":
                if (asked.Answer.Rows.Length > 0)
                    throw new ScenarioFailure("rows instead of none", $"{asked.Text}\n\n{asked.Answer.Rows.Length} rows");
                break;
            case "no side effects":
                CheckEffects(asked, GraphParts.NoChanges);
                break;
            case "the side effects should be:":
                CheckEffects(asked, GraphParts.Read(step));
                break;
            case var text when text.StartsWith("the result should be", StringComparison.Ordinal):
                ExpectedRows
                    .Read(
                        step,
                        text.Contains("in order", StringComparison.Ordinal),
                        text.Contains("ignoring element order", StringComparison.Ordinal)
                            ? ListOrder.IsIgnored
                            : ListOrder.Matters
                    )
                    .Check(asked);
                break;
            default:
                var error =
                    ExpectedError.Find(step.Text) ?? throw new InvalidDataException($"No such step is known: {step.Text}");
                _mayBeRefused = true;
                error.Check(asked);
                break;
        }
    }

    private static void CheckEffects(Asked asked, ChangeCounts expected)
    {
        if (asked.SideEffects != expected)
            throw new ScenarioFailure("other side effects", $"{asked.Text}\n\nexpected {expected}\nactual   {asked.SideEffects}");
    }

    // A refusal that no step asks about is a failure too.
    private void EndQuery()
    {
        if (_asked is not null && !_mayBeRefused)
            _ = _asked.Answer;
    }

    [GeneratedRegex(@"^the (?<name>[\w\-]+) graph$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex NamedGraph { get; }
}
