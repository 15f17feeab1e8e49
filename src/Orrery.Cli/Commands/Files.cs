using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>Files that people name.</summary>
internal static class Files
{
    /// <summary>The path, if a file is there.</summary>
    public static string Require(string path) => File.Exists(path) ? path : throw new FaultException(CliFaults.FileMissing(path));

    /// <summary>Whether it is a backup: an SQLite file.</summary>
    public static bool IsBackup(string path)
    {
        using var file = File.OpenRead(path);
        var mark = new byte[16];
        return file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length
            && mark.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }
}
