using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Cli;

/// <summary><c>orrery erase REF</c></summary>
internal sealed class EraseCommand : Command, IExampled
{
    private readonly Argument<string> _ref = new("REF") { Description = "The person, e.g. person:ada-lovelace." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask." };

    public EraseCommand(Running running)
        : base(
            "erase",
            "Erase the personal values of a person for ever, in history, backups and exports too, by destroying their key."
        )
    {
        Arguments.Add(_ref);
        Options.Add(Common.WorkspaceOption());
        Options.Add(_yes);
        Options.Add(Common.WhyOption());
        SetAction((parsed, cancel) => ConfirmAsync(running, parsed, cancel));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery erase person:ada-lovelace --why \"asked us to, 3 March\"", "orrery erase person:ada-lovelace --yes"];

    private Task<int> ConfirmAsync(Running running, ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(_yes))
            return running.OnData(EraseAsync)(parsed, cancel);
        var reference = parsed.GetRequiredValue(_ref);
        running.Terminal.Error.Write($"This cannot be undone. Type {reference} to erase its personal values for ever: ");
        return running.Terminal.Answer() == reference
            ? running.OnDataAsync(parsed, "--yes", EraseAsync, cancel)
            : running.GuardAsync(() => throw new FaultException(CliFaults.Unconfirmed(reference)));
    }

    private async Task EraseAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var text = call.Parsed.GetRequiredValue(_ref);
        var entity = EntityRef.TryParse(text, out var reference)
            ? workspace.Read(call.Viewer, When.Now).FindAnyTime(reference)
            : null;
        if (entity is null)
            throw new FaultException(Fault.NotFound(text));
        var cause = call.Cause(call.Get<string?>(Common.Why) ?? $"Erased the personal values of {text}");
        var outcome = await call.Workspaces.EraseAsync(workspace.Name, entity.Id, cause, call.Cancel);
        await call.SayAsync(
            $"Erased the personal values of {text} (r{outcome.OrThrow()}). Their key is destroyed; {RemainingText}"
        );
    }

    private const string RemainingText = "remove copies of the keys that were made with 'orrery backup --keys'.";
}
