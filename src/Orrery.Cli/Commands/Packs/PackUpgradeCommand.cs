using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery pack upgrade PACK</c></summary>
internal sealed class PackUpgradeCommand : Command, IExampled
{
    public PackUpgradeCommand(Running running)
        : base("upgrade", "Bring an installed pack to the version of the shelf or of a file. What was changed here stays.")
    {
        Arguments.Add(new Argument<string>("PACK") { Description = PackSource.Help });
        AdoptionRun.AddOptions(this);
        SetAction(running.OnData(UpgradeAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery pack upgrade core --dry-run",
        "orrery pack upgrade core --take-pack kind:bet.title      (where both changed it, the pack's side)",
    ];

    private static async Task UpgradeAsync(Call call)
    {
        var pack = await PackSource.TakeAsync(call, call.Get<string>("PACK")!);
        await AdoptionRun.RunAsync(call, reading => Adopting.Upgrade(reading, pack));
    }
}
