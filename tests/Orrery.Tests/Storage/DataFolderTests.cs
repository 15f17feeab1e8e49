using NodaTime;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("harbor-mutual", true)]
    [InlineData("k8s", true)]
    [InlineData("", false)]
    [InlineData("Upper", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("../up", false)]
    [InlineData("a b", false)]
    [InlineData("ä", false)]
    public void Names_are_lower_case_letters_digits_and_dashes(string text, bool allowed) =>
        Assert.Equal(allowed, WorkspaceName.TryParse(text, out _));

    [Fact]
    public void A_name_of_more_than_sixty_characters_is_refused() =>
        Assert.Equal("workspace.name", Assert.Throws<FaultException>(() => WorkspaceName.Parse(new string('a', 61))).Fault.Code);

    [Fact]
    public void Workspaces_are_made_found_and_listed()
    {
        var folder = Open();
        folder.Create(WorkspaceName.Parse("zebra"));
        folder.Create(WorkspaceName.Parse("ant"));

        Assert.Equal(["ant", "zebra"], Open().Workspaces.Select(workspace => workspace.Name.Text));
        Assert.NotNull(folder.Find(WorkspaceName.Parse("ant")));
        Assert.Equal(
            "workspace.taken",
            Assert.Throws<FaultException>(() => folder.Create(WorkspaceName.Parse("ant"))).Fault.Code
        );
    }

    [Fact]
    public void A_deleted_workspace_is_moved_aside_and_can_be_moved_back()
    {
        var folder = Open();
        var workspace = folder.Create(WorkspaceName.Parse("ant"));
        File.WriteAllText(workspace.Journal, "kept");

        var moved = folder.Delete(workspace.Name, Instant.FromUtc(2026, 3, 1, 9, 30));

        Assert.EndsWith(Path.Combine("deleted", "ant-20260301T093000Z"), moved);
        Assert.Empty(folder.Workspaces);
        Directory.Move(moved, workspace.Path);
        Assert.Equal("kept", File.ReadAllText(folder.Workspaces[0].Journal));
    }

    [Fact]
    public void Deleting_what_is_not_there_names_what_is()
    {
        var folder = Open();
        folder.Create(WorkspaceName.Parse("ant"));

        var fault = Assert.Throws<FaultException>(() => folder.Delete(WorkspaceName.Parse("bee"), default)).Fault;

        Assert.Equal("workspace.not-found", fault.Code);
        Assert.Contains("ant", fault.Remedy);
    }

    [Fact]
    public void Only_the_owner_may_look_inside()
    {
        if (OperatingSystem.IsWindows())
            return;
        var workspace = Open().Create(WorkspaceName.Parse("ant"));

        foreach (var path in (string[])[_temp.File("data"), workspace.Path, workspace.Attachments])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_folder_with_other_things_in_it_is_refused()
    {
        File.WriteAllText(_temp.File("thesis.txt"), "do not touch");

        Assert.Equal("folder.not-ours", Assert.Throws<FaultException>(() => DataFolder.Open(_temp.Path)).Fault.Code);
    }

    [Theory]
    [InlineData("thesis.txt")]
    [InlineData("thesis.txt/data")]
    [InlineData("dangling")]
    public void A_file_or_a_dangling_link_is_no_folder_and_no_broken_disk(string name)
    {
        File.WriteAllText(_temp.File("thesis.txt"), "do not touch");
        File.CreateSymbolicLink(_temp.File("dangling"), _temp.File("nowhere"));

        var fault = Assert.Throws<FaultException>(() => DataFolder.Open(_temp.File(name))).Fault;

        Assert.Equal("folder.not-a-folder", fault.Code);
        Assert.Equal("do not touch", File.ReadAllText(_temp.File("thesis.txt")));
    }

    [Fact]
    public void A_folder_whose_making_was_cut_short_is_made_again()
    {
        Directory.CreateDirectory(_temp.File("data"));
        File.WriteAllText(_temp.File("data/orrery-data.tmp"), "");

        Assert.Empty(Open().Workspaces);
    }

    [Fact]
    public void A_folder_of_a_later_build_is_refused()
    {
        File.WriteAllText(Path.Combine(Open().Path, "orrery-data"), "99\n");

        Assert.Equal("format.newer", Assert.Throws<FaultException>(Open).Fault.Code);
    }

    [Fact]
    public void A_second_owner_is_told_who_is_the_first()
    {
        var folder = Open();
        using var first = FolderLock.Take(folder, new FolderOwner(4711, null, null));
        first.Say(new FolderOwner(4711, new Uri("http://127.0.0.1:5099"), "token"));

        var fault = Assert.Throws<FaultException>(() => FolderLock.Take(folder, new FolderOwner(4712, null, null))).Fault;

        Assert.Equal("folder.owned", fault.Code);
        Assert.Contains("4711", fault.Message);
        Assert.Contains("http://127.0.0.1:5099", fault.Message);
        Assert.DoesNotContain("token", fault.ToString());
        Assert.Equal(new FolderOwner(4711, new Uri("http://127.0.0.1:5099"), "token"), FolderLock.FindOwner(folder));
    }

    [Fact]
    public void What_a_crashed_owner_left_means_nothing()
    {
        var folder = Open();
        File.WriteAllText(Path.Combine(folder.Path, "owner.json"), """{"Pid":1,"Endpoint":"http://127.0.0.1:1","Token":"t"}""");

        Assert.Null(FolderLock.FindOwner(folder));
        FolderLock.Take(folder, new FolderOwner(2, null, null)).Dispose();
        using var again = FolderLock.Take(folder, new FolderOwner(3, null, null));

        Assert.Equal(3, FolderLock.FindOwner(folder)!.Pid);
    }

    private DataFolder Open() => DataFolder.Open(_temp.File("data"));
}
