using System.CommandLine;

namespace Orrery.Cli;

/// <summary>The commands that change the model together with what it describes.</summary>
internal static class ModelCommand
{
    public static Command Of(Running running) =>
        new(
            "model",
            "Add and change fields and types of relation, change what a field holds, or merge two kinds, with everything that is said: looked at first, one change, one undo."
        )
        {
            new ModelAddFieldCommand(running),
            new ModelSetFieldCommand(running),
            new ModelAddRelationCommand(running),
            new ModelSetRelationCommand(running),
            new ModelChangeFieldCommand(running),
            new ModelMergeCommand(running),
        };
}
