using System.Text;
using Orrery.Storage;

namespace Orrery.Tests.Storage;

/// <summary>What every keeping of attached files promises.</summary>
public abstract class AttachmentContract
{
    private protected abstract IAttachments Attachments { get; }

    [Fact]
    public void What_is_kept_is_found_by_its_hash()
    {
        var hash = Attachments.Keep("minutes"u8);

        Assert.Equal("minutes", Encoding.UTF8.GetString(Attachments.Find(hash)!));
        Assert.Equal(ContentHash.Of("minutes"u8), hash);
        Assert.Null(Attachments.Find(ContentHash.Of("never kept"u8)));
    }

    [Fact]
    public void The_same_is_kept_once_and_nothing_is_something()
    {
        var (first, second, empty) = (Attachments.Keep("a"u8), Attachments.Keep("a"u8), Attachments.Keep([]));

        Assert.Equal(first, second);
        Assert.Equal(new[] { first.Text, empty.Text }.Order(StringComparer.Ordinal), Attachments.All.Select(hash => hash.Text));
        Assert.Empty(Attachments.Find(empty)!);
    }

    [Theory]
    [InlineData("../../journal.db")]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    public void Only_digits_are_a_hash(string text) => Assert.False(ContentHash.TryParse(text, out _));
}

public sealed class MemoryAttachmentsTests : AttachmentContract
{
    private protected override IAttachments Attachments { get; } = new MemoryAttachments();
}

public sealed class FolderAttachmentsTests : AttachmentContract, IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"orrery-files-{Guid.NewGuid():N}");

    private protected override IAttachments Attachments => new FolderAttachments(Path.Combine(_folder, "attachments"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Nothing_else_is_left_in_the_folder_and_only_its_owner_reads_it()
    {
        var hash = Attachments.Keep("minutes"u8);

        var file = Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
        Assert.Equal(Path.Combine(_folder, "attachments", hash.Text[..2], hash.Text), file);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void Where_the_disk_refuses_there_is_a_fault_and_no_file()
    {
        Directory.CreateDirectory(_folder);
        // A file where the folder should be refuses like a disk does.
        File.WriteAllText(Path.Combine(_folder, "attachments"), "in the way");

        Assert.Throws<Orrery.Graph.FaultException>(() => Attachments.Keep("minutes"u8));
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }
}
