using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery step REF STATE</c></summary>
internal sealed class StepCommand : Command, IExampled
{
    private readonly Argument<string> _ref = new("REF") { Description = "What, e.g. bet:faster-onboarding." };

    private readonly Argument<string?> _state = new("STATE")
    {
        Description = "The state it enters, e.g. committed. Left out: list what may follow.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Show what is asked for and what was found; take no step.",
    };

    private readonly Option<string?> _since = new("--since")
    {
        Description = "The day on which it was taken. Default: now. What was taken on an earlier day is told, not asked.",
        HelpName = "DAY",
    };

    public StepCommand(Running running)
        : base("step", "Take a thing into another state of its life: what that asks for, what was found, and then the step.")
    {
        Arguments.Add(_ref);
        Arguments.Add(_state);
        Options.Add(Common.WorkspaceOption());
        Options.Add(_since);
        Options.Add(_dryRun);
        Options.Add(Common.WhyOption());
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(StepAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery step bet:kiosks",
        "orrery step bet:kiosks committed --dry-run",
        "orrery step bet:kiosks committed --why \"Board, 3 March\"",
    ];

    private async Task StepAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var reading = workspace.Read(call.Viewer, When.Now);
        var asked = call.Parsed.GetRequiredValue(_ref);
        var thing =
            (EntityRef.TryParse(asked, out var reference) ? reading.Find(reference) : null)
            ?? throw new FaultException(Fault.NotFound(asked));
        var lifecycle =
            Lifecycles.Of(reading).For(thing.Kind) ?? throw new FaultException(CliFaults.NoLifecycle(asked, thing.Kind));
        if (call.Parsed.GetValue(_state) is not { } to)
        {
            call.Print(Following(reading, thing, lifecycle));
            return;
        }

        var step =
            Step.Of(reading, thing.Id, to)
            ?? throw new FaultException(CliFaults.UnknownState(to, lifecycle.Definition.Title, lifecycle.States));
        // That nothing is asked for is worth a line to who only looks; before a refusal it would contradict it.
        var isLook = call.Parsed.GetValue(_dryRun);
        if (isLook || !step.Demands.IsEmpty)
            call.Print(SheetOf(step, reading, thing));
        if (isLook)
            return;
        GraphCommand set = new GraphCommand.SetField(
            thing.Id,
            lifecycle.Field,
            Value.Of(to),
            Validity.Since(call.Parsed.GetValue(_since) is { } day ? MomentText.Instant(day, workspace) : reading.Now)
        );
        var outcome = await workspace.ExecuteAsync(new([set], call.Cause(call.Get<string?>(Common.Why))), call.Cancel);
        var at = outcome.OrThrow();
        await call.SayAsync(
            ((Outcome.Done)outcome).Events == 0 ? $"{asked} is {to} already." : $"{asked} is {to} now, as r{at}."
        );
    }

    private static Sheet Following(Reading reading, Entity thing, Lifecycle lifecycle)
    {
        var sheet = new Sheet("state", "asked for", "missing") { Nothing = "Nothing follows the state it is in." };
        var following = thing[lifecycle.Field].AsText is { } at ? lifecycle.After(at) : lifecycle.States;
        foreach (var step in following.Select(state => Step.Of(reading, thing.Id, state)).OfType<Step>())
            sheet.Add(step.To, (long)step.Demands.Length, (long)step.Missing.Count());
        return sheet;
    }

    private static Sheet SheetOf(Step step, Reading reading, Entity thing)
    {
        var sheet = new Sheet("asked for", "found", "what") { Nothing = $"Nothing is asked for to be {step.To}." };
        foreach (var demand in step.Demands)
            sheet.Add(demand.Title, Word(demand.Found), What(demand, reading, thing));
        return sheet;
    }

    private static string Word(Finding found) =>
        found switch
        {
            Finding.Missing => "missing",
            Finding.Waived => "done without",
            _ => "yes",
        };

    private static string What(Demand demand, Reading reading, Entity thing) =>
        demand.Found switch
        {
            Finding.Said said => ValueText.Of(said.Value),
            Finding.Linked linked => string.Join(", ", linked.Relations.Select(id => Other(id, demand, reading))),
            Finding.Waived waived => $"{Field(thing, demand.Unless!)}: {ValueText.Of(waived.Reason)}",
            _ => Asked(demand.Ask, reading, thing) + (demand.Unless is { } unless ? $", or {Field(thing, unless)}" : ""),
        };

    private static string Asked(GateAsk ask, Reading reading, Entity thing) =>
        ask switch
        {
            GateAsk.Field field => Field(thing, field.Symbol),
            GateAsk.Relation { Direction: Direction.In } relation => $"... {Way(reading, relation.Type)} it",
            GateAsk.Relation relation => $"it {Way(reading, relation.Type)} ...",
            _ => "",
        };

    private static string Way(Reading reading, string type) => reading.Model.FindRelationType(type)?.Title ?? type;

    // In the reader's words; the symbol behind them is what a query, or a file, has to say.
    private static string Field(Entity thing, string symbol) =>
        thing.Reading.Model.FindKind(thing.Kind)?.Fields.GetValueOrDefault(symbol) is { } field
            ? $"{field.Title} ({symbol})"
            : symbol;

    private static string Other(Id relation, Demand demand, Reading reading) =>
        reading.FindRelation(relation) is not { } found ? relation.ToString()
        : demand.Ask is GateAsk.Relation { Direction: Direction.In } ? $"{found.From}"
        : $"{found.To}";
}
