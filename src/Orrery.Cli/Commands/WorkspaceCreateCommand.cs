using System.CommandLine;

namespace Orrery.Cli;

/// <summary><c>orrery workspace create NAME</c></summary>
internal sealed class WorkspaceCreateCommand : Command, IExampled
{
    public WorkspaceCreateCommand(Running running)
        : base("create", "Make a workspace.")
    {
        Arguments.Add(
            new Argument<string>("NAME") { Description = "Lower-case letters, digits and dashes; it stands in addresses." }
        );
        Options.Add(new Option<string?>("--title") { Description = "The company's name. Default: NAME.", HelpName = "TEXT" });
        Options.Add(
            new Option<bool>("--open")
            {
                Description = "Take any kinds, fields and relations, instead of those its packs define.",
            }
        );
        Options.Add(
            new Option<string[]>("--pack")
            {
                Description =
                    "A pack to install, with the packs it needs; may be given several times. Default: core, or none with --open.",
                HelpName = "PACK",
            }
        );
        Options.Add(
            new Option<string>("--time-zone")
            {
                Description = "Where its days begin and end.",
                HelpName = "ZONE",
                DefaultValueFactory = _ => "UTC",
            }
        );
        SetAction(running.OnData(CreateAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery workspace create acme --title \"Acme Ltd\" --time-zone Europe/Berlin", "orrery workspace create scratch --open"];

    private static async Task CreateAsync(Call call)
    {
        var isOpen = call.Get<bool>("--open");
        string[] packs =
            call.Get<string[]>("--pack") is { Length: > 0 } named ? named
            : isOpen ? []
            : ["core"];
        var workspace = await call.Workspaces.CreateAsync(
            new(call.Get<string>("NAME")!, call.Get<string?>("--title"), !isOpen, [.. packs])
            {
                TimeZone = call.Get<string>("--time-zone")!,
            },
            call.Cancel
        );
        await call.SayAsync($"Made the workspace {workspace.Name} ({workspace.Current.Model.Kinds.Count} kinds).");
    }
}
