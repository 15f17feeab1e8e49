using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>A workspace that is being made: beside the others, under a name that none can have, until it is kept.</summary>
internal sealed class WorkspaceDraft : IAsyncDisposable
{
    private readonly string _kept;

    public WorkspaceDraft(DataFolder folder, WorkspaceName name)
    {
        _kept = Path.Combine(folder.Path, "workspaces", name.Text);
        Files = new(name, Path.Combine(folder.Path, "workspaces", $".new-{name}"));
        Discard();
        Directory.CreateDirectory(Files.Attachments);
    }

    public WorkspaceFolder Files { get; }

    public void Keep() => Directory.Move(Files.Path, _kept);

    public ValueTask DisposeAsync()
    {
        Discard();
        return ValueTask.CompletedTask;
    }

    private void Discard()
    {
        if (Directory.Exists(Files.Path))
            Directory.Delete(Files.Path, recursive: true);
    }
}
