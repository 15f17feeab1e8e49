using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>Shows what a change of packs would do, and does it as one change set.</summary>
internal static class AdoptionRun
{
    private const string DryRun = "--dry-run";
    private const string Take = "--take-pack";

    public static void AddOptions(Command command)
    {
        command.Options.Add(Common.WorkspaceOption());
        command.Options.Add(new Option<bool>(DryRun) { Description = "Say what would change; write nothing." });
        command.Options.Add(
            new Option<string[]>(Take)
            {
                Description =
                    "Where both the pack and somebody here changed the same: take the pack's side of this (as the preview names it), or of 'all'. Else ours stays.",
                HelpName = "PART",
            }
        );
        command.Options.Add(Common.WhyOption());
        command.Options.Add(Common.FormatOption());
    }

    public static async Task RunAsync(Call call, Func<Reading, Adoption> plan)
    {
        var workspace = await call.WorkspaceAsync();
        var adoption = plan(workspace.Read(new(call.Person), When.Now));
        var taken = (call.Get<string[]>(Take) ?? []).ToHashSet(StringComparer.Ordinal);
        if (taken.Where(t => t != "all" && adoption.Clashes.All(c => c.Name != t)).ToArray() is [var unknown, ..])
            throw new FaultException(CliFaults.NoSuchClash(unknown, adoption.Clashes.Select(c => c.Name)));
        call.Print(AdoptionSheet.Of(adoption, Takes));
        var commands = adoption.ToCommands(Takes);
        if (call.Get<bool>(DryRun) || commands.IsEmpty)
            return;
        var outcome = await workspace.ExecuteAsync(
            new(commands, call.Cause(call.Get<string?>(Common.Why) ?? adoption.Title)),
            call.Cancel
        );
        await call.Terminal.Error.WriteLineAsync($"{adoption.Title}, as r{outcome.OrThrow()}.".AsMemory(), call.Cancel);
        return;

        bool Takes(AdoptionStep.Clash clash) => taken.Contains("all") || taken.Contains(clash.Name);
    }
}
