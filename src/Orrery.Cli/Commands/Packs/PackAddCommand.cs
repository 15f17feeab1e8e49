using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery pack add PACK</c></summary>
internal sealed class PackAddCommand : Command, IExampled
{
    public PackAddCommand(Running running)
        : base("add", "Install a pack, and the packs of the shelf that it needs.")
    {
        Arguments.Add(new Argument<string>("PACK") { Description = PackSource.Help });
        AdoptionRun.AddOptions(this);
        SetAction(running.OnData(AddAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery pack add funding --dry-run", "orrery pack add ./our-words.yaml --why \"Agreed on 12 May\""];

    private static async Task AddAsync(Call call)
    {
        var pack = await PackSource.TakeAsync(call, call.Get<string>("PACK")!);
        await AdoptionRun.RunAsync(call, reading => Adopting.Add(reading, pack));
    }
}
