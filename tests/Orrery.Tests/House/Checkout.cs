using System.Collections.Immutable;

namespace Orrery.Tests.House;

/// <summary>The repository these tests were built from, read as text.</summary>
internal static class Checkout
{
    private static readonly string[] NotOurs =
    [
        ".git",
        "bin",
        "obj",
        "node_modules",
        "artifacts",
        "data",
        "TestResults",
        "BenchmarkDotNet.Artifacts",
        ".vs",
        ".idea",
    ];

    private static readonly string[] NotText = [".png", ".jpg", ".ico", ".woff2", ".db", ".bin", ".orrery", ".gz", ".zip"];

    public static string Root { get; } = FindRoot();

    public static ImmutableArray<SourceFile> Files { get; } =
    [
        .. FilesBelow(Root)
            .Where(path => !NotText.Contains(Path.GetExtension(path)))
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    public static IEnumerable<SourceFile> Code => FilesWith(".cs", ".razor", ".ts", ".css", ".mjs", ".js");

    public static IEnumerable<SourceFile> Below(this IEnumerable<SourceFile> files, string folder) =>
        files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> FilesWith(params string[] extensions) =>
        Files.Where(file => extensions.Contains(Path.GetExtension(file.Path)));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> FilesBelow(string folder)
    {
        var below = Directory
            .EnumerateDirectories(folder)
            .Where(child =>
                !NotOurs.Contains(Path.GetFileName(child))
                && !child.EndsWith(Path.Combine("wwwroot", "assets"), StringComparison.Ordinal)
            )
            .SelectMany(FilesBelow);
        // In a worktree .git is a file.
        return Directory.EnumerateFiles(folder).Where(file => !NotOurs.Contains(Path.GetFileName(file))).Concat(below);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Orrery.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Orrery.slnx above {AppContext.BaseDirectory}.");
        return folder.FullName;
    }
}
