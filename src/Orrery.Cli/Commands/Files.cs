using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>Files that people name.</summary>
internal static class Files
{
    /// <summary>The path, if a file is there.</summary>
    public static string Require(string path) => File.Exists(path) ? path : throw new FaultException(CliFaults.FileMissing(path));

    /// <summary>The path, if nothing is there yet.</summary>
    public static string RequireNew(string path) =>
        Path.Exists(path) ? throw new FaultException(CliFaults.FileExists(path)) : path;
}
