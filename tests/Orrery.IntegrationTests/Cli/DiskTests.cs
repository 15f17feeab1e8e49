using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>Disks that refuse, seen from the command line.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_refuses_and_leaves_no_half_workspace()
    {
        using var disk = SmallDisk.Mount(24);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a small disk.");
        await OrreryProcess.RunAsync(disk.Path, "workspace", "list");
        var filler = disk.Fill(leaving: 1 << 20);

        var refused = await OrreryProcess.RunAsync(disk.Path, "workspace", "create", "acme");
        File.Delete(filler);
        var made = await OrreryProcess.RunAsync(disk.Path, "workspace", "create", "acme");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("[disk.full]", refused.Error);
        Assert.Equal((0, ""), (made.Exit, made.Error));
    }

    [Fact]
    public async Task A_disk_without_any_room_is_told_as_full_by_every_command()
    {
        using var disk = SmallDisk.Mount(24);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a small disk.");
        await OrreryProcess.RunAsync(disk.Path, "workspace", "create", "acme");
        disk.Fill(leaving: 0);

        var shown = await OrreryProcess.RunAsync(disk.Path, "history", "--workspace", "acme");

        Assert.Equal(1, shown.Exit);
        Assert.Contains("[disk.full]", shown.Error);
    }

    [Fact]
    public async Task A_read_only_folder_is_refused_with_its_name()
    {
        using var disk = SmallDisk.Mount(24);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a small disk.");
        await OrreryProcess.RunAsync(disk.Path, "workspace", "create", "acme");
        disk.MakeReadOnly();

        var refused = await OrreryProcess.RunAsync(disk.Path, "workspace", "create", "other");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("[folder.read-only]", refused.Error);
        Assert.Contains(disk.Path, refused.Error);
    }
}
