using System.CommandLine;
using Orrery.Import;

namespace Orrery.Cli;

/// <summary><c>orrery import FILE --mapping MAP.yaml</c></summary>
internal sealed class ImportCommand : Command, IExampled
{
    public ImportCommand(Running running)
        : base("import", "Take over what a source states. Reading the same again writes nothing but that it was read.")
    {
        Subcommands.Add(new ImportKubernetesCommand(running));
        Arguments.Add(new Argument<string>("PATH") { Description = "A file (YAML, JSON or CSV), or a folder of them." });
        Options.Add(
            new Option<string>("--mapping")
            {
                Description = "A YAML file that says how to read it (docs/imports/mapping.md).",
                HelpName = "MAP",
                Required = true,
            }
        );
        ImportOptions.AddTo(this);
        SetAction(running.OnData(ImportAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery import people.csv --mapping people.yaml --workspace acme --dry-run",
        "orrery import kubernetes ../kubernetes --workspace kubernetes --history",
    ];

    private static async Task ImportAsync(Call call)
    {
        var path = call.PathOf(call.Get<string>("PATH")!);
        var map = call.PathOf(call.Get<string>("--mapping")!);
        Files.Require(map);
        var mapping = Mapping.Parse(Path.GetFileName(map), await File.ReadAllTextAsync(map, call.Cancel));
        var folder = Directory.Exists(path)
            ? SourceFolder.Open(mapping, path, ImportLimits.Usual)
            : SourceFolder.OfFile(mapping, Files.Require(path), ImportLimits.Usual);
        var workspace = await call.WorkspaceAsync();
        await new ImportRun(call, folder).IntoAsync(workspace);
    }
}
