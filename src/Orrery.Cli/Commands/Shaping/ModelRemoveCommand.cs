using System.CommandLine;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary><c>orrery model remove PART</c></summary>
internal sealed class ModelRemoveCommand : Command, IExampled
{
    public ModelRemoveCommand(Running running)
        : base(
            "remove",
            "Take away a kind, a field or a relation that nothing uses; refused with what does, where anything does."
        )
    {
        Arguments.Add(ModelRun.PartArgument());
        ModelFieldTexts.AddCommonOptions(this);
        SetAction(running.OnData(DoAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    ["orrery model remove idea --dry-run", "orrery model remove relation-type:blocks"];

    private static Task DoAsync(Call call) =>
        ModelFieldTexts.DoAsync(
            call,
            reading => PartChange.Of(PartUses.Remove(reading, ModelRun.PartOf(reading, call))),
            $"Removed {call.Get<string>(ModelRun.Part)}"
        );
}
