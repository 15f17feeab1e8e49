using System.CommandLine;
using System.Text;
using Orrery.Engine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery pack publish</c></summary>
internal sealed class PackPublishCommand : Command, IExampled
{
    public PackPublishCommand(Running running)
        : base("publish", "Write an installed pack as it is here, or what was made here, as a pack file for others.")
    {
        Arguments.Add(
            new Argument<string?>("PACK")
            {
                Description = "An installed pack, with everything that was changed of it. Left out: what is of no pack.",
                Arity = ArgumentArity.ZeroOrOne,
            }
        );
        Options.Add(Common.WorkspaceOption());
        Options.Add(new Option<string?>("--name") { Description = "What to call it, to go its own way.", HelpName = "NAME" });
        Options.Add(new Option<string?>("--out") { Description = "The file. Default: the standard output.", HelpName = "FILE" });
        SetAction(running.OnData(PublishAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery pack publish --name our-practice --out our-practice.yaml", "orrery pack publish core --name our-core"];

    private static async Task PublishAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var reading = workspace.Read(call.Viewer, When.Now);
        var name = call.Get<string?>("--name");
        var pack = call.Get<string?>("PACK") is { } installed
            ? Publishing.Installed(reading, installed, name)
            : Publishing.Own(reading, name ?? Publishing.NameFor(workspace.Name));
        var text = PackWriter.Write(pack);
        if (call.Get<string?>("--out") is not { } file)
        {
            await call.Terminal.Out.WriteAsync(text.AsMemory(), call.Cancel);
            return;
        }

        var path = Files.Target(call.PathOf(file));
        await WholeFile.WriteAsync(path, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), call.Cancel));
        await call.SayAsync($"Wrote the pack {pack.Name} {pack.Version} to {path}.");
    }
}
