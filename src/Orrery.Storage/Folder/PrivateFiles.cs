using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Orrery.Storage;

/// <summary>Folders and files that only their owner may open, and changes of a folder that last.</summary>
internal static partial class PrivateFiles
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerFolder);
    }

    /// <summary>Writes a file so that it is there whole or not at all.</summary>
    public static void WriteWhole(string path, ReadOnlySpan<byte> content)
    {
        using (var file = Create(path + ".tmp"))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        Replace(path + ".tmp", path);
    }

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerFile;
        return new FileStream(path, options);
    }

    /// <summary>Puts a flushed file in the place of another, durably.</summary>
    public static void Replace(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(to))!);
    }

    /// <summary>Makes names that were added, moved or removed in a folder last through a power loss.</summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = OpenFolder(path, flags: 0);
        if (!folder.IsInvalid)
            _ = Flush(folder);
    }

    // .NET opens no folder, so their flush goes through the C library.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial SafeFileHandle OpenFolder(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(SafeFileHandle folder);
}
