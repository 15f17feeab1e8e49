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
                    "What was changed here stays. Take the pack's side instead: of this part as the preview names it, or of 'all' that both changed.",
                HelpName = "PART",
            }
        );
        command.Options.Add(Common.WhyOption());
        command.Options.Add(Common.FormatOption());
    }

    public static async Task RunAsync(Call call, Func<Reading, Adoption> plan)
    {
        var workspace = await call.WorkspaceAsync();
        var adoption = plan(workspace.Read(call.Viewer, When.Now));
        var taken = (call.Get<string[]>(Take) ?? []).ToHashSet(StringComparer.Ordinal);
        if (taken.Where(t => t != "all" && adoption.Choices.All(c => c.Name != t)).ToArray() is [var unknown, ..])
            throw new FaultException(CliFaults.NoSuchClash(unknown, adoption.Choices.Select(c => c.Name)));
        call.Print(AdoptionSheet.Of(adoption, Takes));
        if (call.Get<bool>(DryRun) || adoption.ToCommands(Takes).IsEmpty)
            return;
        var outcome = await workspace.ExecuteAsync(
            reading => plan(reading).ToCommands(adoption.Steps, Takes),
            call.Cause(call.Get<string?>(Common.Why) ?? adoption.Title),
            call.Cancel
        );
        await call.Terminal.Error.WriteLineAsync($"{adoption.Title}, as r{outcome.OrThrow()}.".AsMemory(), call.Cancel);
        return;

        // All is all that both changed: it does not undo what nobody asks about.
        bool Takes(AdoptionStep.Ours ours) => taken.Contains(ours.Name) || (ours is AdoptionStep.Clash && taken.Contains("all"));
    }
}
