using System.CommandLine;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery show REF</c></summary>
internal sealed class ShowCommand : Command, IExampled
{
    private readonly Argument<string> _ref = new("REF") { Description = "What, e.g. bet:faster-onboarding." };

    private readonly Option<string?> _sum = new("--sum")
    {
        Description = "Also a sum: of a number field, over the things of a kind that lead up to this one, at any depth.",
        HelpName = "KIND.FIELD",
    };

    private readonly Option<bool> _ladder = new("--ladder")
    {
        Description = "Instead: what it leads up to and what leads up to it, by how far ahead, with what is missing said first.",
    };

    public ShowCommand(Running running)
        : base("show", "One thing: its fields and relations, since when each holds, and who said so.")
    {
        Arguments.Add(_ref);
        Options.Add(Common.WorkspaceOption());
        Options.Add(Common.AsOfOption());
        Options.Add(Common.KnownAtOption());
        Options.Add(_sum);
        Options.Add(_ladder);
        Options.Add(Common.FormatOption());
        SetAction(running.OnData(ShowAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery show bet:faster-onboarding",
        "orrery show team:claims --as-of 2025-01-01",
        "orrery show team:claims --as-of 2025-01-01 --known-at 2025-01-01",
        "orrery show objective:renewals --sum work.effort",
        "orrery show bet:faster-onboarding --ladder",
    ];

    private async Task ShowAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        Instant? valid = call.Get<string?>(Common.AsOf) is { } day ? MomentText.Instant(day, workspace) : null;
        var known = call.Get<string?>(Common.KnownAt) is { } text ? MomentText.Known(text, workspace) : null;
        var reading = workspace.Read(call.Viewer, new(valid, known));
        var asked = call.Parsed.GetRequiredValue(_ref);
        var entity = EntityRef.TryParse(asked, out var reference) ? reading.Find(reference) : null;
        if (entity is null)
            throw new FaultException(Fault.NotFound(asked));
        if (call.Parsed.GetValue(_ladder))
        {
            await LadderSheet.PrintAsync(call, Ladder.Of(entity, reading.Model.Settings.Zone, _ => { }));
            return;
        }

        var sheet = SheetOf(entity);
        AddTrace(sheet, entity);
        if (call.Parsed.GetValue(_sum) is { } sum)
            AddSum(sheet, entity, sum);
        call.Print(sheet);
    }

    private static void AddTrace(Sheet sheet, Entity entity)
    {
        var trace = Trace.Of(entity);
        foreach (var end in trace.Ends)
            sheet.Add("leads up to", "", $"{end.Title} ({end})", "", "", "");
        if (trace.Below > 0)
            sheet.Add("things that lead up to it", "", trace.Below, "", "", "");
    }

    private static void AddSum(Sheet sheet, Entity entity, string asked)
    {
        if (asked.Split('.') is not [var kind, var field] || !IsNumber(entity.Reading.Model, kind, field))
            throw new FaultException(CliFaults.NotASum(asked));
        sheet.Add($"sum of {asked}", "", ValueText.Of(Value.Of(Trace.Sum(entity, kind, field))), "", "", "");
    }

    private static bool IsNumber(Model model, string kind, string field) =>
        !model.Settings.IsEnforced
        || model.FindKind(kind)?.Fields.GetValueOrDefault(field) is { Kind: FieldKind.Number or FieldKind.Percent };

    private static Sheet SheetOf(Entity entity)
    {
        var sheet = new Sheet("what", "symbol", "value", "since", "who", "revision");
        var known = entity.Reading.Model.FindKind(entity.Kind)?.Fields;
        foreach (var field in entity.Fields.Keys)
            Add(sheet, entity.Reading.Snapshot, known?.GetValueOrDefault(field), entity.Fact(field)!);
        foreach (var direction in new[] { Direction.Out, Direction.In })
        {
            foreach (var relation in entity.Relations(direction))
                Add(sheet, relation, direction);
        }

        // What is said both ways stands together, once for each two things.
        foreach (var link in entity.Relations(Direction.Out).Where(link => !OppositeLinks.Of(link).IsEmpty))
            sheet.Add(
                "both ways are said",
                link.Type,
                $"{OppositeLinks.Said(link)}: {link.To!.Title} ({link.To})",
                "",
                link.Reading.Snapshot.CauseOf(link.Since).Cause.Actor,
                link.Since.Value
            );

        return sheet;
    }

    private static void Add(Sheet sheet, GraphSnapshot snapshot, FieldDefinition? field, FieldFact fact) =>
        sheet.Add(
            field?.Title ?? fact.Field,
            fact.Field,
            ValueText.Of(fact.Value),
            fact.Since is { } since ? Text.Day(since) : "always",
            snapshot.CauseOf(fact.Revision).Cause.Actor,
            fact.Revision.Value
        );

    private static void Add(Sheet sheet, Relation relation, Direction direction)
    {
        var reading = relation.Reading;
        var type = reading.Model.FindRelationType(relation.Type);
        var word = direction == Direction.Out ? type?.Title ?? relation.Type : type?.Inverse ?? $"is {relation.Type} of";
        var other = direction == Direction.Out ? relation.To : relation.From;
        var life = relation.Lives.FirstOrDefault(life => life.Contains(reading.Valid));
        sheet.Add(
            word,
            relation.Type,
            other is null ? "a relation" : $"{other.Title} ({other})",
            life.From == Instant.MinValue ? "always" : Text.Day(life.From),
            reading.Snapshot.CauseOf(relation.Since).Cause.Actor,
            relation.Since.Value
        );
    }
}
