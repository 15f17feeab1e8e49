using NodaTime;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The folder of one workspace, and what is where in it.</summary>
/// <param name="Name">Whose.</param>
/// <param name="Path">Where it is.</param>
public sealed record WorkspaceFolder(WorkspaceName Name, string Path)
{
    /// <summary>The journal, an SQLite file.</summary>
    public string Journal => System.IO.Path.Combine(Path, "journal.db");

    /// <summary>The keys of personal values, an SQLite file of its own.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys.db");

    /// <summary>Files that entities refer to.</summary>
    public string Attachments => System.IO.Path.Combine(Path, "attachments");

    /// <summary>The snapshot of a branch: at most one, and never needed.</summary>
    public string Snapshot(BranchId branch) => System.IO.Path.Combine(Path, $"{branch.Name}.snapshot");

    /// <summary>How much room its files take, told without opening them.</summary>
    public long SizeInBytes => Files().Sum(file => file.Length);

    /// <summary>When something was last written to its journal, by the files' times; the beginning of time when there is none.</summary>
    public Instant Written =>
        Files()
            .Where(file => file.Name.StartsWith(System.IO.Path.GetFileName(Journal), StringComparison.Ordinal))
            .Select(file => Instant.FromDateTimeUtc(file.LastWriteTimeUtc))
            .DefaultIfEmpty(Instant.MinValue)
            .Max();

    /// <summary>Removes it with all that is in it, if it is there.</summary>
    public void Discard()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    private FileInfo[] Files() => new DirectoryInfo(Path).GetFiles("*", SearchOption.AllDirectories);
}
