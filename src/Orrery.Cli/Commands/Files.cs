using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>Files that people name.</summary>
internal static class Files
{
    // A file is written beside its place and moved there: that would put a device's name on a file.
    private static readonly string[] DeviceFolders = ["/dev/", "/proc/"];

    /// <summary>The path, if a file is there.</summary>
    public static string Require(string path) => File.Exists(path) ? path : throw new FaultException(CliFaults.FileMissing(path));

    /// <summary>The file that writing to a path means: links are followed, so that they stay links; devices are left alone.</summary>
    public static string Target(string path)
    {
        if (DeviceFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            throw new FaultException(CliFaults.NotAFile(path));
        return File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
    }

    /// <summary>Whether it is a backup: an SQLite file.</summary>
    public static bool IsBackup(string path)
    {
        using var file = File.OpenRead(path);
        var mark = new byte[16];
        return file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false) == mark.Length
            && mark.AsSpan().SequenceEqual("SQLite format 3\0"u8);
    }
}
