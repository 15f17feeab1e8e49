using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>All workspaces of a data folder, opened when they are first asked for. One process at a time owns the folder.</summary>
/// <remarks>Safe to use from many threads: those who ask for one name at once share one opening.</remarks>
public sealed class Workspaces : IAsyncDisposable
{
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly Dictionary<string, Task<Workspace>> _open = new(StringComparer.Ordinal);
    private string? _leaving;

    /// <summary>The workspaces of a folder; nothing is opened yet.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="clock">The server's clock.</param>
    public Workspaces(string folder, TimeProvider clock) => (_folder, _clock) = (Path.Combine(folder, "workspaces"), clock);

    /// <summary>What workspaces there are, sorted.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(_folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(_folder)
                    .Select(path => Path.GetFileName(path))
                    .Where(WorkspaceName.IsSound)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The workspace of that name, opened if it was not; null when there is none.</summary>
    /// <exception cref="FaultException">Its files are damaged or cannot be read.</exception>
    public async ValueTask<Workspace?> FindAsync(string name, CancellationToken cancel)
    {
        if (!WorkspaceName.IsSound(name))
            return null;
        Task<Workspace> opening;
        lock (_gate)
        {
            if (!_open.TryGetValue(name, out opening!))
            {
                if (name == _leaving || !Directory.Exists(PathOf(name)))
                    return null;
                _open[name] = opening = Task.Run(() => OpenAsync(name), CancellationToken.None);
            }
        }

        return await opening.WaitAsync(cancel);
    }

    /// <summary>The workspace of that name, opened if it was not.</summary>
    /// <exception cref="FaultException"><c>workspace.unknown</c>, or its files are damaged or cannot be read.</exception>
    public async ValueTask<Workspace> GetAsync(string name, CancellationToken cancel) =>
        await FindAsync(name, cancel) ?? throw new FaultException(EngineFaults.UnknownWorkspace(name, Names));

    /// <summary>Makes a workspace and opens it. It is there whole or not at all, whenever the process ends.</summary>
    /// <exception cref="FaultException">The name is taken or malformed, a pack is unknown, or the folder cannot be written.</exception>
    public async Task<Workspace> CreateAsync(WorkspaceStart start, CancellationToken cancel)
    {
        WorkspaceName.Require(start.Name);
        await _changing.WaitAsync(cancel);
        try
        {
            if (Directory.Exists(PathOf(start.Name)))
                throw new FaultException(EngineFaults.WorkspaceExists(start.Name));
            await BuildAsync(start, cancel);
        }
        finally
        {
            _changing.Release();
        }

        return await GetAsync(start.Name, cancel);
    }

    /// <summary>Puts a workspace aside, into <c>deleted/</c> of the data folder: moving it back undoes this.</summary>
    /// <returns>Where it lies now.</returns>
    /// <exception cref="FaultException">There is none of that name, or the folder cannot be written.</exception>
    public async Task<string> DeleteAsync(string name, CancellationToken cancel)
    {
        await _changing.WaitAsync(cancel);
        try
        {
            if (!WorkspaceName.IsSound(name) || !Directory.Exists(PathOf(name)))
                throw new FaultException(EngineFaults.UnknownWorkspace(name, Names));
            lock (_gate)
                _leaving = name;
            await CloseAsync(name);
            var aside = Path.Combine(_folder, "..", "deleted", $"{name}-{_clock.GetUtcNow():yyyyMMdd-HHmmss-fff}");
            Directory.CreateDirectory(Path.GetDirectoryName(aside)!);
            Directory.Move(PathOf(name), aside);
            return Path.GetFullPath(aside);
        }
        finally
        {
            lock (_gate)
                _leaving = null;
            _changing.Release();
        }
    }

    /// <summary>Closes every workspace, each after what it is writing.</summary>
    public async ValueTask DisposeAsync()
    {
        string[] names;
        lock (_gate)
            names = [.. _open.Keys];
        foreach (var name in names)
            await CloseAsync(name);
        _changing.Dispose();
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private async Task<Workspace> OpenAsync(string name)
    {
        try
        {
            return await WorkspaceFiles.OpenAsync(name, PathOf(name), _clock, CancellationToken.None);
        }
        catch
        {
            lock (_gate)
                _open.Remove(name);
            throw;
        }
    }

    // Built beside and moved into place: a folder that begins with a dot is no workspace.
    private async Task BuildAsync(WorkspaceStart start, CancellationToken cancel)
    {
        var draft = Path.Combine(_folder, $".new-{start.Name}");
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        await using (var workspace = await WorkspaceFiles.OpenAsync(start.Name, draft, _clock, cancel))
        {
            foreach (var proposal in start.Proposals())
                (await workspace.ExecuteAsync(proposal, cancel)).OrThrow();
        }

        Directory.Move(draft, PathOf(start.Name));
    }

    private async Task CloseAsync(string name)
    {
        Task<Workspace>? opening;
        lock (_gate)
            _open.Remove(name, out opening);
        if (opening is not null && await Opened(opening) is { } workspace)
            await workspace.DisposeAsync();
    }

    private static async Task<Workspace?> Opened(Task<Workspace> opening)
    {
        try
        {
            return await opening;
        }
        catch (FaultException)
        {
            return null;
        }
    }
}
