using System.CommandLine;

namespace Orrery.Cli;

/// <summary><c>orrery workspace delete NAME</c></summary>
internal sealed class WorkspaceDeleteCommand : Command, IExampled
{
    public WorkspaceDeleteCommand(Running running)
        : base("delete", "Put a workspace aside, into deleted/ of the data folder; moving it back undoes this.")
    {
        Arguments.Add(new Argument<string>("NAME") { Description = "Which." });
        SetAction(running.OnData(DeleteAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery workspace delete scratch"];

    private static async Task DeleteAsync(Call call)
    {
        var name = call.Get<string>("NAME")!;
        var aside = await call.Workspaces.DeleteAsync(name, call.Cancel);
        await call.SayAsync($"Put {name} aside: {aside}");
    }
}
