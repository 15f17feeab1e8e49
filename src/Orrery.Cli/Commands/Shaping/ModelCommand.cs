using System.CommandLine;

namespace Orrery.Cli;

/// <summary>The commands that change the model together with what it describes.</summary>
internal static class ModelCommand
{
    public static Command Of(Running running) =>
        new(
            "model",
            "Add, change, hide and remove kinds, fields and types of relation, change what a field holds, or merge two kinds, with everything that is said: looked at first, one change, one undo."
        )
        {
            new ModelAddKindCommand(running),
            new ModelSetKindCommand(running),
            new ModelAddFieldCommand(running),
            new ModelSetFieldCommand(running),
            new ModelAddRelationCommand(running),
            new ModelSetRelationCommand(running),
            new ModelChangeFieldCommand(running),
            new ModelMergeCommand(running),
            new ModelHideCommand(running, "hide", hides: true),
            new ModelHideCommand(running, "show", hides: false),
            new ModelRemoveCommand(running),
        };
}
