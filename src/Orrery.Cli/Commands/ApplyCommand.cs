using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery apply -f FILE</c></summary>
internal sealed class ApplyCommand : Command, IExampled
{
    private readonly Option<string[]> _files = new("--file", "-f")
    {
        Description = "A pack file, or a folder of them; may be given several times.",
        HelpName = "FILE|DIR",
        Required = true,
    };

    public ApplyCommand(Running running)
        : base("apply", "Make the model what pack files say: adds what is missing, upgrades what differs. Again does nothing.")
    {
        Options.Add(_files);
        AdoptionRun.AddOptions(this);
        SetAction(running.OnData(ApplyAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery apply -f our-model/ --dry-run", "orrery apply -f our-bets.yaml --why \"As agreed in the ops review\""];

    private async Task ApplyAsync(Call call)
    {
        List<Pack> packs = [];
        foreach (var file in call.Parsed.GetRequiredValue(_files).Select(call.PathOf).SelectMany(Files))
            packs.Add(PackReader.Read(file, await PackSource.ReadAsync(file, call.Cancel)).OrThrow());
        await AdoptionRun.RunAsync(call, reading => Adopting.Apply(reading, [.. packs]));
    }

    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal) : [path];
}
