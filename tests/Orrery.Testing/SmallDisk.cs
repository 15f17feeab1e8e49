using System.Diagnostics;

namespace Orrery.Testing;

/// <summary>A disk of a few megabytes that fills up, and can be made read-only: a tmpfs, which only root on Linux can mount.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new();

    private SmallDisk() { }

    /// <summary>Where it is mounted.</summary>
    public string Path => _folder.Path;

    /// <summary>Mounts one; null where that is not possible.</summary>
    public static SmallDisk? Mount(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return null;
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", disk.Path))
            return disk;
        disk._folder.Dispose();
        return null;
    }

    /// <summary>Takes all room but a little.</summary>
    /// <returns>The file that takes it; deleting it gives the room back.</returns>
    public string Fill(int leaving)
    {
        var filler = _folder.File("filler");
        using var file = File.Create(filler);
        var room = new DriveInfo(Path).AvailableFreeSpace - leaving;
        file.Write(new byte[Math.Max(0, room)]);
        return filler;
    }

    /// <summary>Refuses every write from now on.</summary>
    public void MakeReadOnly() => Trace.Assert(Run("mount", "-o", "remount,ro", Path), "The disk could not be made read-only.");

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("umount", "-l", Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false }
        );
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
