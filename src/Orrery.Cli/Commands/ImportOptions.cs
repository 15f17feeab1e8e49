using System.CommandLine;

namespace Orrery.Cli;

/// <summary>What every import can be told.</summary>
internal static class ImportOptions
{
    public const string History = "--history";
    public const string DryRun = "--dry-run";
    public const string Order = "--order";
    public const string Report = "--report";
    public const string Strict = "--strict";

    public static void AddTo(Command command)
    {
        command.Options.Add(Common.WorkspaceOption());
        command.Options.Add(
            new Option<bool>(History)
            {
                Description = "All files, each holding from its date, instead of the newest file of each source only.",
            }
        );
        command.Options.Add(
            new Option<bool>(DryRun) { Description = "Say what would change and what would be lost; write nothing." }
        );
        command.Options.Add(
            new Option<bool>(Strict)
            {
                Description = "Refuse a file of which one value breaks a rule, instead of leaving out just that and saying so.",
            }
        );
        command.Options.Add(
            new Option<string>(Order)
            {
                Description = "In which order to take the files: the history comes out the same.",
                HelpName = "date|reverse|random:SEED",
                DefaultValueFactory = _ => "date",
            }
        );
        command.Options.Add(
            new Option<string?>(Report)
            {
                Description = "Write everything that does not carry over to this file.",
                HelpName = "FILE",
            }
        );
    }
}
