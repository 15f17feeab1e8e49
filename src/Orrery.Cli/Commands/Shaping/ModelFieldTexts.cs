using System.Collections.Immutable;
using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>What the commands that add and change fields ask about them.</summary>
internal static class ModelFieldTexts
{
    private static readonly ImmutableArray<(string Option, string Part, string Says, string Help)> Single =
    [
        ("--description", PartText.Description, "What it means.", "TEXT"),
        ("--unit", PartText.Unit, "In which unit.", "TEXT"),
        ("--min", PartText.Min, "The least a number may be; empty for no end.", "NUMBER"),
        ("--max", PartText.Max, "The most a number may be; empty for no end.", "NUMBER"),
        ("--editor", PartText.Editor, $"How it is asked for: {string.Join(", ", FieldEditors.All)}; empty for plainly.", "WAY"),
        ("--required", PartText.Required, $"When it is asked for: {string.Join(", ", FieldShaping.Requirements)}.", "WHEN"),
    ];

    private static readonly ImmutableArray<(string Option, string Part, string Says, string Help)> Several =
    [
        ("--choice", PartText.Options, "What can be chosen; once for each.", "TITLE"),
        ("--part", PartText.Parts, "What a record, or each of a list, consists of; once for each.", "TITLE"),
        ("--end", PartText.Ends, "What is good about an end of a scale; twice, low then high.", "TEXT"),
    ];

    public static void AddOptions(Command command)
    {
        foreach (var (option, _, says, help) in Single)
            command.Options.Add(new Option<string?>(option) { Description = says, HelpName = help });
        foreach (var (option, _, says, help) in Several)
            command.Options.Add(new Option<string[]>(option) { Description = says, HelpName = help });
        AddCommonOptions(command);
    }

    /// <summary>Where, whether, why, and how it is shown.</summary>
    public static void AddCommonOptions(Command command)
    {
        command.Options.Add(Common.WorkspaceOption());
        command.Options.Add(new Option<bool>(ModelRun.DryRun) { Description = "Say what would change; write nothing." });
        command.Options.Add(Common.WhyOption());
        command.Options.Add(Common.FormatOption());
    }

    /// <summary>What was said, by the names of <see cref="PartText"/>.</summary>
    public static ImmutableSortedDictionary<string, string> Of(Call call) =>
        Single
            .Select(one => (one.Part, Text: call.Get<string?>(one.Option)))
            .Concat(
                Several.Select(many =>
                    (many.Part, Text: call.Get<string[]>(many.Option) is { Length: > 0 } all ? string.Join('\n', all) : null)
                )
            )
            .Where(said => said.Text is not null)
            .ToImmutableSortedDictionary(said => said.Part, said => said.Text!, StringComparer.Ordinal);

    /// <summary>Shows what changes, and does it.</summary>
    public static async Task DoAsync(Call call, Func<Reading, PartChange> look, string title)
    {
        var workspace = await call.WorkspaceAsync();
        var reading = workspace.Read(call.Viewer, When.Now);
        var shown = Possible(look(reading));
        var sheet = new Sheet("what", "becomes");
        foreach (var (name, value) in shown.Commands.SelectMany(command => Said(reading, command)))
            sheet.Add(name, ValueText.Of(value));
        call.Print(sheet);
        if (call.Get<bool>(ModelRun.DryRun) || shown.Commands.IsEmpty)
            return;
        var outcome = await workspace.ExecuteAsync(
            reading => Possible(look(reading)).Commands,
            call.Cause(call.Get<string?>(Common.Why) ?? title),
            call.Cancel
        );
        await call.Terminal.Error.WriteLineAsync($"{title}, as r{outcome.OrThrow()}.".AsMemory(), call.Cancel);
    }

    private static PartChange Possible(PartChange change) =>
        change.Problems.Values.FirstOrDefault() is { } problem ? throw new FaultException(problem) : change;

    private static IEnumerable<(string, Value)> Said(Reading reading, GraphCommand command) =>
        command switch
        {
            GraphCommand.CreateEntity made => made.Fields.Select(field => (field.Key, field.Value)),
            GraphCommand.SetField set => [(set.Field, set.Value)],
            GraphCommand.Retire gone => [("ends", Value.Of(NameOf(reading, gone.Subject)))],
            GraphCommand.Restore again => [("comes back", Value.Of(NameOf(reading, again.Subject)))],
            GraphCommand.Relate tie => [(tie.Type, Value.Of(reading.FindAnyTime(tie.To)?.ToString() ?? tie.To.ToString()))],
            _ => [],
        };

    private static string NameOf(Reading reading, Id subject) =>
        reading.FindAnyTime(subject) is { } part ? part.ToString()
        : reading.FindRelationAnyTime(subject) is { To: Entity to } tie ? $"{tie.Type} {to}"
        : subject.ToString();
}
