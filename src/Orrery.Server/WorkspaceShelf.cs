using Orrery.Engine;

namespace Orrery.Server;

/// <summary>The workspaces a server serves.</summary>
/// <param name="Names">What there is now, sorted.</param>
/// <param name="FindAsync">Opens one by name, or answers null.</param>
public sealed record WorkspaceShelf(
    Func<IReadOnlyList<string>> Names,
    Func<string, CancellationToken, ValueTask<Workspace?>> FindAsync
);
