using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>A workspace that is being made; gone again unless it is kept.</summary>
internal sealed class WorkspaceDraft(DataFolder folder, WorkspaceName name) : IDisposable
{
    public WorkspaceFolder Files { get; } = folder.Draft(name);

    public void Keep() => folder.Keep(Files);

    public void Dispose() => Files.Discard();
}
