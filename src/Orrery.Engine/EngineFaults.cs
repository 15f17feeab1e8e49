using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>The refusals of the engine.</summary>
public static class EngineFaults
{
    /// <summary>The workspace is being closed.</summary>
    public static Fault Closed(string workspace) =>
        new(
            FaultKind.Broken,
            "workspace.closed",
            $"The workspace '{workspace}' is being closed.",
            "Start orrery again, then repeat what you did."
        );

    /// <summary>There is no such workspace.</summary>
    public static Fault UnknownWorkspace(string workspace, IEnumerable<string> known) =>
        new(
            FaultKind.NotFound,
            "workspace.unknown",
            $"There is no workspace '{workspace}'.",
            Nearest.Advice(workspace, known, "Make it: orrery workspace create NAME.")
        );

    /// <summary>A told history goes back in time.</summary>
    public static Fault RecordedBackwards() =>
        new(
            FaultKind.Invalid,
            "time.recorded-backwards",
            "A change cannot be recorded before the one before it.",
            "Tell history in the order in which it was recorded."
        );
}
