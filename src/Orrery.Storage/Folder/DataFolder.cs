using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Everything one installation keeps, by workspace: <c>workspaces/NAME/{journal.db, keys.db, BRANCH.snapshot, attachments/}</c>.</summary>
/// <remarks>Take its <see cref="FolderLock"/> before opening anything in it.</remarks>
public sealed class DataFolder
{
    private const int Format = 1;
    private const string Mark = "orrery-data";

    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private DataFolder(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The workspaces in it, by name.</summary>
    public ImmutableArray<WorkspaceFolder> Workspaces =>
        [
            .. Directory
                .EnumerateDirectories(At("workspaces"))
                .Select(path => WorkspaceName.TryParse(System.IO.Path.GetFileName(path), out var name) ? name : null)
                .OfType<WorkspaceName>()
                .OrderBy(name => name.Text, StringComparer.Ordinal)
                .Select(FolderOf),
        ];

    /// <summary>Opens a data folder, and makes one where nothing is yet.</summary>
    /// <exception cref="FaultException">It is somebody else's folder, of a later format, or cannot be written.</exception>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(System.IO.Path.GetFullPath(path));
        try
        {
            if (FindObstacle(folder.Path) is { } obstacle)
                throw new FaultException(Fault.NotAFolder(obstacle));
            if (!folder.IsBegun)
                folder.Begin();
            folder.Check();
            PrivateFiles.CreateFolder(folder.At("workspaces"));
            return folder;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new FaultException(Fault.OfFile(e, folder.At(Mark)));
        }
    }

    /// <summary>The folder of a workspace, or null when there is none of that name.</summary>
    public WorkspaceFolder? Find(WorkspaceName name) => Directory.Exists(FolderOf(name).Path) ? FolderOf(name) : null;

    /// <summary>Makes the folder of a new workspace.</summary>
    /// <exception cref="FaultException"><c>workspace.taken</c>, or the folder cannot be written.</exception>
    public WorkspaceFolder Create(WorkspaceName name)
    {
        if (Find(name) is not null)
            throw new FaultException(Fault.WorkspaceTaken(name));
        var folder = FolderOf(name);
        try
        {
            PrivateFiles.CreateFolder(folder.Path);
            PrivateFiles.CreateFolder(folder.Attachments);
            PrivateFiles.FlushFolder(At("workspaces"));
            return folder;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new FaultException(Fault.OfFile(e, folder.Path));
        }
    }

    /// <summary>A folder for a workspace that is being made: nobody finds it until it is kept. One that a crash left behind is emptied.</summary>
    /// <exception cref="FaultException">The folder cannot be written.</exception>
    public WorkspaceFolder Draft(WorkspaceName name)
    {
        var draft = new WorkspaceFolder(name, At("workspaces", $".new-{name}"));
        try
        {
            draft.Discard();
            PrivateFiles.CreateFolder(draft.Path);
            PrivateFiles.CreateFolder(draft.Attachments);
            return draft;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new FaultException(Fault.OfFile(e, draft.Path));
        }
    }

    /// <summary>Puts a finished draft in its place, durably. Nothing in it may be open.</summary>
    public void Keep(WorkspaceFolder draft)
    {
        Directory.Move(draft.Path, FolderOf(draft.Name).Path);
        PrivateFiles.FlushFolder(At("workspaces"));
    }

    /// <summary>Moves a workspace aside, to <c>deleted/NAME-STAMP</c>; moving it back undoes it. Nothing in it may be open.</summary>
    /// <returns>Where it is now.</returns>
    /// <exception cref="FaultException"><c>workspace.not-found</c>.</exception>
    public string Delete(WorkspaceName name, Instant now)
    {
        var folder = Find(name) ?? throw new FaultException(Fault.WorkspaceNotFound(name, Workspaces));
        PrivateFiles.CreateFolder(At("deleted"));
        var to = At("deleted", $"{name}-{Stamp.Format(now)}");
        for (var n = 2; Directory.Exists(to); n++)
            to = At("deleted", $"{name}-{Stamp.Format(now)}-{n}");
        Directory.Move(folder.Path, to);
        PrivateFiles.FlushFolder(At("deleted"));
        PrivateFiles.FlushFolder(At("workspaces"));
        return to;
    }

    internal string At(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    internal WorkspaceFolder FolderOf(WorkspaceName name) => new(name, At("workspaces", name.Text));

    // What a crash left of the mark itself is nothing yet.
    private bool IsBegun =>
        Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any(entry => entry != At($"{Mark}.tmp"));

    private void Begin()
    {
        PrivateFiles.CreateFolder(Path);
        PrivateFiles.WriteWhole(At(Mark), System.Text.Encoding.ASCII.GetBytes($"{Format}\n"));
    }

    private static string? FindObstacle(string path)
    {
        for (string? at = path; at is not null && !Directory.Exists(at); at = System.IO.Path.GetDirectoryName(at))
        {
            if (File.Exists(at) || new FileInfo(at).LinkTarget is not null)
                return at;
        }

        return null;
    }

    private void Check()
    {
        if (!File.Exists(At(Mark)))
            throw new FaultException(Fault.NotDataFolder(Path));
        var text = File.ReadAllText(At(Mark));
        if (!int.TryParse(text, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var format))
            throw new FaultException(Fault.NotDataFolder(Path));
        if (format > Format)
            throw new FaultException(Fault.FormatNewer(Path, format, Format));
    }
}
