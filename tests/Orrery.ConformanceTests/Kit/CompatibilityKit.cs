using System.Collections.Immutable;

namespace Orrery.ConformanceTests;

/// <summary>openCypher's compatibility kit on this machine: in <c>ORRERY_TCK</c>, or beside the repository.</summary>
internal static class CompatibilityKit
{
    /// <summary>What a run says when there is no kit.</summary>
    public const string Absent =
        "The compatibility kit is not here: set ORRERY_TCK to its folder, or put it at ../shared/data/opencypher-tck beside the repository.";

    private static readonly Lazy<ImmutableArray<Scenario>> All = new(Read);

    /// <summary>The repository these tests were built from.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory, "Orrery.slnx");

    /// <summary>The kit's folder, or null when it is nowhere.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Every scenario, or those whose id holds <c>ORRERY_TCK_ONLY</c>.</summary>
    public static ImmutableArray<Scenario> Scenarios => All.Value;

    /// <summary>Whether only some scenarios are run.</summary>
    public static bool IsNarrowed => Only is { Length: > 0 };

    /// <summary>The query that makes a named graph.</summary>
    public static string Graph(string name) => File.ReadAllText(Path.Combine(Folder!, "graphs", name, $"{name}.cypher"));

    private static string? Only => Environment.GetEnvironmentVariable("ORRERY_TCK_ONLY");

    private static ImmutableArray<Scenario> Read() =>
        Folder is null
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(Folder, "*.feature", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .SelectMany(path =>
                        FeatureReader.Read(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText(path))
                    )
                    .Where(scenario => !IsNarrowed || scenario.Id.Contains(Only!, StringComparison.OrdinalIgnoreCase)),
            ];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ORRERY_TCK") is { Length: > 0 } told)
            return Directory.Exists(told)
                ? told
                : throw new DirectoryNotFoundException($"ORRERY_TCK names {told}, which is no folder.");
        var beside = Path.Combine(Repository, "..", "shared", "data", "opencypher-tck");
        return Directory.Exists(beside) ? Path.GetFullPath(beside) : null;
    }

    private static string Above(string start, string file)
    {
        var folder = new DirectoryInfo(start);
        while (!File.Exists(Path.Combine(folder.FullName, file)))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No {file} above {start}.");
        return folder.FullName;
    }
}
