using System.CommandLine;

namespace Orrery.Cli;

/// <summary><c>orrery undo REV</c></summary>
internal sealed class UndoCommand : Command, IExampled
{
    public UndoCommand(Running running)
        : base("undo", "Take a change set back, as a new one. Refused where something later builds on it.")
    {
        Arguments.Add(new Argument<string>("REV") { Description = "Its revision, as 'orrery history' lists it." });
        Options.Add(Common.WorkspaceOption());
        Options.Add(Common.WhyOption());
        SetAction(running.OnData(UndoAsync));
    }

    public IReadOnlyList<string> Examples { get; } = ["orrery undo r120 --why \"entered twice\""];

    private static async Task UndoAsync(Call call)
    {
        var revision = MomentText.Revision(call.Get<string>("REV")!);
        var workspace = await call.WorkspaceAsync();
        var why = call.Get<string?>(Common.Why) ?? $"Undid r{revision}";
        var outcome = await workspace.UndoAsync(revision, call.Cause(why), call.Cancel);
        await call.SayAsync($"Took r{revision} back as r{outcome.OrThrow()}.");
    }
}
