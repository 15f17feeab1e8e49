using System.CommandLine;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Cli;

/// <summary><c>orrery query TEXT</c></summary>
internal sealed class QueryCommand : Command, IExampled
{
    private readonly Argument<string?> _text = new("TEXT")
    {
        Description = "openCypher; '-' reads it from the standard input. Left out with --file.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _file = new("--file") { Description = "Read the query from a file.", HelpName = "FILE" };

    private readonly Option<string[]> _parameters = new("--param", "-p")
    {
        Description =
            "A parameter: name=value, any number of times. The value is openCypher (1, true, [1, 2], date('2026-01-31')); else it is text.",
        HelpName = "NAME=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _examples = new("--examples")
    {
        Description = "List the questions that come with the packs of the workspace.",
    };

    private readonly Option<string?> _example = new("--example")
    {
        Description = "Ask one of them; --param changes what it is asked about.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _supposed = new("--suppose")
    {
        Description = "Something that is not so, tried for this question alone, any number of times: docs/what-if.md.",
        HelpName = "SENTENCE",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Show how it would be answered, without answering it.",
    };

    private readonly Option<bool> _write = new("--write")
    {
        Description = "Make the changes that the query proposes; without it they are only shown.",
    };

    public QueryCommand(Running running)
        : base("query", "Ask the graph anything, in openCypher. A query that writes shows what it would change.")
    {
        Arguments.Add(_text);
        Options.Add(_file);
        Options.Add(_parameters);
        Options.Add(_examples);
        Options.Add(_example);
        Options.Add(Common.WorkspaceOption());
        Options.Add(Common.AsOfOption());
        Options.Add(Common.KnownAtOption());
        Options.Add(_supposed);
        Options.Add(_explain);
        Options.Add(_write);
        Options.Add(Common.WhyOption());
        Options.Add(Common.FormatOption());
        SetAction(running.OnDataWithInput(parsed => parsed.GetValue(_text) == "-", AskAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery query \"MATCH (b:Bet) RETURN b.title, b.status ORDER BY b.title\"",
        "orrery query \"MATCH (t:Team {ref: $team})<-[:WORKS_IN]-(p) RETURN p.title\" -p team=team:claims --as-of 2025-03-01",
        "orrery query --example funded-without-a-team",
        "orrery query \"MATCH (s:Service) WHERE NOT (s)<-[:STEWARDS]-() RETURN s.title\" --suppose \"no team:claims\"",
        "orrery query --file questions/unfunded.cypher --format csv",
        "orrery query \"MATCH (b:Bet {ref: 'bet:kiosks'}) SET b.status = 'stopped'\" --write --why \"Board, 3 March\"",
    ];

    private async Task AskAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        if (call.Parsed.GetValue(_examples))
        {
            call.Print(ExampleSheet.Of(QuestionShelf.Of(workspace.Read(call.Viewer, When.Now))));
            return;
        }

        var question = await QuestionAsync(call, workspace);
        if (call.Parsed.GetValue(_explain))
            question = question with { Text = QueryText.Explained(question.Text) };
        Instant? valid = call.Get<string?>(Common.AsOf) is { } day ? MomentText.Instant(day, workspace) : null;
        var known = call.Get<string?>(Common.KnownAt) is { } at ? MomentText.Known(at, workspace) : null;
        When when = new(valid, known) { Supposed = [.. call.Parsed.GetValue(_supposed) ?? []] };
        var begun = workspace.Now;
        var outcome = workspace.Ask(question, call.Viewer, when, call.Cancel);
        if (outcome is QueryOutcome.Refused refused)
            throw new FaultException(refused.Fault.Fault);
        var answer = ((QueryOutcome.Answered)outcome).Answer;
        foreach (var warning in answer.Warnings)
            await call.Terminal.Error.WriteLineAsync($"note: {warning}");
        if (answer.Plan is { } plan)
        {
            await call.SayAsync(plan.TrimEnd());
            return;
        }

        var reading = workspace.Read(
            call.Viewer,
            when.Supposed.IsEmpty
                ? new(answer.Valid ?? valid, new KnownAt.AtRevision(answer.At))
                : when with
                {
                    Valid = answer.Valid ?? valid,
                }
        );
        if (answer.Columns is not [])
            await PrintAsync(call, answer, reading, begun);
        if (answer.Changes is { } changes && when.Supposed.IsEmpty)
            await ChangeAsync(call, workspace, changes);
    }

    private static async Task PrintAsync(Call call, Answer answer, Reading reading, Instant begun)
    {
        var format = call.Get<SheetFormat>(Common.Format);
        call.Print(AnswerSheet.Of(answer, reading, format));
        if (format == SheetFormat.Table)
            await call.Terminal.Error.WriteLineAsync(
                $"Read at r{answer.At.Value}, valid {MomentText.Said(answer.Valid, begun, reading)}."
            );
    }

    private async Task ChangeAsync(Call call, Workspace workspace, ProposedChanges changes)
    {
        if (changes.Commands is [])
        {
            await call.SayAsync("Nothing would change.");
            return;
        }

        var now = workspace.Read(call.Viewer, When.Now);
        foreach (var link in OppositeLinks.Of(changes.Commands, now))
            await call.Terminal.Error.WriteLineAsync(
                $"note: the opposite is said as well: {link.From!.Title} {link.Type} {link.To!.Title}, {OppositeLinks.Said(link)}, by {now.Snapshot.CauseOf(link.Since).Cause.Actor}. Both may stand: say with 'rationale' when it is the one and when the other."
            );

        if (!call.Parsed.GetValue(_write))
        {
            foreach (var command in changes.Commands.Take(200))
                await call.SayAsync(
                    $"  would {CommandWords.Of(command, workspace.Current.Read(workspace.Now, workspace.Now, Mask.Nothing))}"
                );
            if (changes.Commands.Length > 200)
                await call.SayAsync($"  ... and {changes.Commands.Length - 200} more");
            await call.SayAsync(
                $"{Words.Count(changes.Commands.Length, "change")} proposed, none made. Add --write to make {(changes.Commands.Length == 1 ? "it" : "them")}."
            );
            return;
        }

        var why = call.Get<string?>(Common.Why);
        var outcome = await workspace.ExecuteAsync(new(changes.Commands, call.Cause(why)), call.Cancel);
        await call.SayAsync($"{Words.Count(changes.Commands.Length, "change")} made as r{outcome.OrThrow()}.");
    }

    private async Task<Question> QuestionAsync(Call call, Workspace workspace)
    {
        if (call.Parsed.GetValue(_example) is not { } name)
            return new(await TextAsync(call), ParametersOf(call, Properties.None));
        var known = QuestionShelf.Of(workspace.Read(call.Viewer, When.Now));
        return known.FirstOrDefault(example => example.Name == name) is { } example
            ? new(example.Text, ParametersOf(call, example.Parameters))
            : throw new FaultException(CliFaults.NoExample(name, known.Select(example => example.Name)));
    }

    private async Task<string> TextAsync(Call call)
    {
        if (call.Parsed.GetValue(_file) is { } file)
        {
            var path = call.PathOf(file);
            return File.Exists(path)
                ? await File.ReadAllTextAsync(path, call.Cancel)
                : throw new FaultException(CliFaults.FileMissing(path));
        }

        return call.Parsed.GetValue(_text) switch
        {
            null => throw new FaultException(CliFaults.NoQuery()),
            "-" => call.Terminal.Read(),
            var text => text,
        };
    }

    private System.Collections.Immutable.ImmutableSortedDictionary<string, Value> ParametersOf(
        Call call,
        System.Collections.Immutable.ImmutableSortedDictionary<string, Value> usual
    )
    {
        var parameters = usual.ToBuilder();
        foreach (var given in call.Parsed.GetValue(_parameters) ?? [])
        {
            var at = given.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new FaultException(CliFaults.NotAParameter(given));
            parameters[given[..at]] = QueryText.ParseValue(given[(at + 1)..]);
        }

        return parameters.ToImmutable();
    }
}
