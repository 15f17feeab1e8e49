using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Cli;

/// <summary><c>orrery erase REF</c></summary>
internal sealed class EraseCommand : Command, IExampled
{
    private readonly Argument<string> _ref = new("REF") { Description = "The person, e.g. person:ada-lovelace." };
    private const string DryRun = "--dry-run";

    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask." };
    private readonly Option<bool> _dryRun = new(DryRun) { Description = "Only say what would be erased." };

    public EraseCommand(Running running)
        : base(
            "erase",
            "Erase the personal values of a person for ever, in history, backups and exports too, by destroying their key."
        )
    {
        Arguments.Add(_ref);
        Options.Add(Common.WorkspaceOption());
        Options.Add(_yes);
        Options.Add(_dryRun);
        Options.Add(Common.WhyOption());
        SetAction((parsed, cancel) => ConfirmAsync(running, parsed, cancel));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery erase person:ada-lovelace --why \"asked us to, 3 March\"", "orrery erase person:ada-lovelace --dry-run"];

    private async Task<int> ConfirmAsync(Running running, ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(_dryRun))
            return await running.OnData(LookAsync)(parsed, cancel);
        if (parsed.GetValue(_yes))
            return await running.OnData(EraseAsync)(parsed, cancel);
        var looked = await running.OnDataAsync(parsed, DryRun, LookAsync, cancel);
        if (looked != ExitCode.Done)
            return looked;
        var reference = parsed.GetRequiredValue(_ref);
        running.Terminal.Error.Write($"This cannot be undone. Type {reference} to erase its personal values for ever: ");
        return running.Terminal.Answer() == reference
            ? await running.OnDataAsync(parsed, "--yes", EraseAsync, cancel)
            : await running.GuardAsync(() => throw new FaultException(CliFaults.Unconfirmed(reference)));
    }

    private async Task LookAsync(Call call)
    {
        var (workspace, entity) = await SubjectAsync(call);
        var fields = workspace.Read(call.Viewer, When.Now).Model.Kinds.TryGetValue(entity.Kind, out var kind)
            ? kind.Fields.Values.Where(field => field.IsPersonal && entity.Timeline(field.Symbol) is not []).ToList()
            : [];
        var relations = workspace.Current.PersonalRelationsOf(entity.Id).Count;
        string[] parts =
        [
            .. fields.OrderBy(field => field.Order).Select(field => field.Title),
            .. relations > 0 ? [$"personal values of {Words.Count(relations, "relation")}"] : Array.Empty<string>(),
        ];
        await call.SayAsync(
            parts is []
                ? $"{entity.Ref} holds no personal values."
                : $"To be erased of {entity.Ref}, at all times: {string.Join(", ", parts)}."
        );
    }

    private async Task<(Workspace Workspace, Entity Entity)> SubjectAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var text = call.Parsed.GetRequiredValue(_ref);
        var entity = EntityRef.TryParse(text, out var reference)
            ? workspace.Read(call.Viewer, When.Now).FindAnyTime(reference)
            : null;
        return (workspace, entity ?? throw new FaultException(Fault.NotFound(text)));
    }

    private async Task EraseAsync(Call call)
    {
        var (workspace, entity) = await SubjectAsync(call);
        var text = call.Parsed.GetRequiredValue(_ref);
        var cause = call.Cause(call.Get<string?>(Common.Why) ?? $"Erased the personal values of {text}");
        var outcome = await call.Workspaces.EraseAsync(workspace.Name, entity.Id, cause, call.Cancel);
        await call.SayAsync(
            $"Erased the personal values of {text} (r{outcome.OrThrow()}). Their key is destroyed; {RemainingText}"
        );
    }

    private const string RemainingText = "remove copies of the keys that were made with 'orrery backup --keys'.";
}
