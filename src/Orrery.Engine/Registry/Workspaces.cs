using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>All workspaces of a data folder, opened when they are first asked for. Whoever makes this holds the folder's lock.</summary>
/// <remarks>Safe to use from many threads: those who ask for one name at once share one opening.</remarks>
public sealed class Workspaces(DataFolder folder, TimeProvider clock) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly Dictionary<WorkspaceName, Task<OpenWorkspace>> _open = [];
    private WorkspaceName? _leaving;

    /// <summary>The folder they are in.</summary>
    public DataFolder Folder => folder;

    /// <summary>What workspaces there are, sorted.</summary>
    public IReadOnlyList<string> Names => [.. folder.Workspaces.Select(workspace => workspace.Name.Text)];

    /// <summary>Opens the workspace that was written last, the one likely to be asked for first; what is wrong with it is told to whoever asks for it.</summary>
    /// <remarks>Ends when it is open, at once where there is none.</remarks>
    public async Task OpenLatestAsync()
    {
        try
        {
            if (folder.Workspaces is [_, ..] all)
                await FindOpenAsync(all.MaxBy(workspace => workspace.Written)!.Name.Text, CancellationToken.None);
        }
        catch (Exception told) when (told is FaultException or IOException or UnauthorizedAccessException) { }
    }

    /// <summary>The workspace of that name, opened if it was not; null when there is none.</summary>
    /// <exception cref="FaultException">Its files are damaged or cannot be read.</exception>
    public async ValueTask<Workspace?> FindAsync(string name, CancellationToken cancel) =>
        (await FindOpenAsync(name, cancel))?.Workspace;

    /// <summary>The workspace of that name, opened if it was not.</summary>
    /// <exception cref="FaultException"><c>workspace.unknown</c>, or its files are damaged or cannot be read.</exception>
    public async ValueTask<Workspace> GetAsync(string name, CancellationToken cancel) =>
        (await GetOpenAsync(name, cancel)).Workspace;

    /// <summary>Makes a workspace and opens it.</summary>
    /// <exception cref="FaultException">The name is taken or malformed, a pack is unknown, or the folder cannot be written.</exception>
    public Task<Workspace> CreateAsync(WorkspaceStart start, CancellationToken cancel) =>
        CreateAsync(start, (_, _) => Task.CompletedTask, cancel);

    /// <summary>Makes a workspace, fills it, and opens it. It is there whole or not at all, whenever the process ends.</summary>
    /// <exception cref="FaultException">The name is taken or malformed, a pack is unknown, or the folder cannot be written.</exception>
    public Task<Workspace> CreateAsync(
        WorkspaceStart start,
        Func<Workspace, CancellationToken, Task> fill,
        CancellationToken cancel
    ) => BuildAsync(start.Name, draft => FillAsync(draft, start, fill, cancel), cancel);

    /// <summary>Makes a workspace from files that somebody writes into its folder, and opens it. It is there whole or not at all.</summary>
    /// <exception cref="FaultException">The name is taken or malformed, or what was written is no workspace.</exception>
    public async Task<Workspace> BuildAsync(string name, Func<WorkspaceFolder, Task> build, CancellationToken cancel)
    {
        var parsed = WorkspaceName.Parse(name);
        await _changing.WaitAsync(cancel);
        try
        {
            if (folder.Find(parsed) is not null)
                throw new FaultException(Fault.WorkspaceTaken(parsed));
            using var draft = new WorkspaceDraft(folder, parsed);
            await build(draft.Files);
            draft.Keep();
        }
        finally
        {
            _changing.Release();
        }

        return await GetAsync(name, cancel);
    }

    /// <summary>Puts a workspace aside, into <c>deleted/</c> of the data folder: moving it back undoes this.</summary>
    /// <returns>Where it lies now.</returns>
    /// <exception cref="FaultException">There is none of that name, or the folder cannot be written.</exception>
    public async Task<string> DeleteAsync(string name, CancellationToken cancel)
    {
        await _changing.WaitAsync(cancel);
        try
        {
            var leaving = WorkspaceName.TryParse(name, out var parsed) ? folder.Find(parsed)?.Name : null;
            if (leaving is null)
                throw new FaultException(EngineFaults.UnknownWorkspace(name, Names));
            lock (_gate)
                _leaving = leaving;
            await CloseAsync(leaving);
            return folder.Delete(leaving, NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()));
        }
        finally
        {
            lock (_gate)
                _leaving = null;
            _changing.Release();
        }
    }

    /// <summary>Reads all of a workspace and proves it: the journal's sequence, checksums and chain, and that replaying it equals the snapshot file.</summary>
    /// <param name="name">Which.</param>
    /// <param name="replayed">Told the revision as the replay goes on.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="FaultException">There is none of that name, or it cannot be opened.</exception>
    /// <remarks>May run beside writers: proves what there is when it begins.</remarks>
    public async Task<WorkspaceProof> VerifyAsync(string name, Action<Revision> replayed, CancellationToken cancel)
    {
        var open = await GetOpenAsync(name, cancel);
        return await Proving.RunAsync(open.Files, open.Journal, replayed, cancel);
    }

    /// <summary>Erases the personal values of a subject: destroys their key, and records that.</summary>
    /// <param name="name">The workspace.</param>
    /// <param name="subject">Whose values.</param>
    /// <param name="cause">Who asks, and why.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Refused when the subject is unknown. Else no file of the workspace, no backup and no export can be read for them any more.</returns>
    public async Task<Outcome> EraseAsync(string name, Id subject, Cause cause, CancellationToken cancel) =>
        await (await GetOpenAsync(name, cancel)).EraseAsync(subject, cause, cancel);

    /// <summary>Closes every workspace, each after what it is writing.</summary>
    public async ValueTask DisposeAsync()
    {
        WorkspaceName[] names;
        lock (_gate)
            names = [.. _open.Keys];
        foreach (var name in names)
            await CloseAsync(name);
        _changing.Dispose();
    }

    private async Task<OpenWorkspace> GetOpenAsync(string name, CancellationToken cancel) =>
        await FindOpenAsync(name, cancel) ?? throw new FaultException(EngineFaults.UnknownWorkspace(name, Names));

    private async Task<OpenWorkspace?> FindOpenAsync(string name, CancellationToken cancel)
    {
        if (!WorkspaceName.TryParse(name, out var parsed))
            return null;
        Task<OpenWorkspace> opening;
        lock (_gate)
        {
            if (!_open.TryGetValue(parsed, out opening!))
            {
                if (parsed == _leaving || folder.Find(parsed) is not { } files)
                    return null;
                _open[parsed] = opening = Task.Run(() => OpenAsync(files), CancellationToken.None);
            }
        }

        return await opening.WaitAsync(cancel);
    }

    private async Task<OpenWorkspace> OpenAsync(WorkspaceFolder files)
    {
        try
        {
            return await OpenWorkspace.OpenAsync(files, clock, CancellationToken.None);
        }
        catch
        {
            lock (_gate)
                _open.Remove(files.Name);
            throw;
        }
    }

    private async Task FillAsync(
        WorkspaceFolder draft,
        WorkspaceStart start,
        Func<Workspace, CancellationToken, Task> fill,
        CancellationToken cancel
    )
    {
        await using var open = await OpenWorkspace.OpenAsync(draft, clock, cancel);
        foreach (var proposal in start.Proposals())
            (await open.Workspace.ExecuteAsync(proposal, cancel)).OrThrow();
        await fill(open.Workspace, cancel);
    }

    private async Task CloseAsync(WorkspaceName name)
    {
        Task<OpenWorkspace>? opening;
        lock (_gate)
            _open.Remove(name, out opening);
        if (opening is not null && await Opened(opening) is { } open)
            await open.DisposeAsync();
    }

    private static async Task<OpenWorkspace?> Opened(Task<OpenWorkspace> opening)
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
