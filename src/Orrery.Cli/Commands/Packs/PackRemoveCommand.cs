using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery pack remove PACK</c></summary>
internal sealed class PackRemoveCommand : Command, IExampled
{
    public PackRemoveCommand(Running running)
        : base("remove", "Take a pack away. What is used here stays, as the workspace's own; no entity is touched.")
    {
        Arguments.Add(new Argument<string>("PACK") { Description = "An installed pack." });
        AdoptionRun.AddOptions(this);
        SetAction(
            running.OnData(call => AdoptionRun.RunAsync(call, reading => Adopting.Remove(reading, call.Get<string>("PACK")!)))
        );
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery pack remove funding --dry-run"];
}
