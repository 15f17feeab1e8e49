using System.Collections.Immutable;
using System.Text;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Registry;

/// <summary>Files of things: kept, proved, backed up, exported, erased.</summary>
public sealed class AttachingTests : IAsyncLifetime
{
    private static readonly Cause Ada = new("Ada", Origin.Screen);
    private static readonly byte[] Minutes = Encoding.UTF8.GetBytes("Minutes of Monday");

    private readonly TempFolder _folder = new();
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private Workspaces _workspaces = null!;
    private Workspace _workspace = null!;
    private Id _team;
    private Id _person;

    public async ValueTask InitializeAsync()
    {
        _workspaces = new(DataFolder.Open(_folder.Path), TimeProvider.System);
        _workspace = await _workspaces.CreateAsync(new("a", null, IsEnforced: true, ["core"]), _cancel);
        (_team, _person) = (Id.New(TimeProvider.System), Id.New(TimeProvider.System));
        await SayAsync(Thing(_team, "team", "Claims"), Thing(_person, "person", "Ada Byron"));
    }

    public async ValueTask DisposeAsync()
    {
        await _workspaces.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_there_with_its_name_and_size_and_can_be_taken_away_and_back()
    {
        var done = await AttachAsync(_team, @"C:\notes\minutes.txt");

        var file = Assert.Single(FilesOf(_workspace, _team));
        Assert.Equal(("minutes.txt", Minutes.Length, "Ada"), (file.Name, file.SizeInBytes, file.By));
        Assert.Equal(Minutes, Attaching.Read(_workspace, file));

        await SayAsync(new GraphCommand.Retire(file.Id, Validity.Since(_workspace.Now)));
        Assert.Empty(FilesOf(_workspace, _team));
        (await _workspace.UndoAsync(done.Next, Ada, _cancel)).OrThrow();
        Assert.Equal(Minutes, Attaching.Read(_workspace, Assert.Single(FilesOf(_workspace, _team))));
    }

    [Fact]
    public async Task Verify_says_which_file_is_damaged_and_which_is_missing()
    {
        await AttachAsync(_team, "minutes.txt");
        Assert.Empty((await VerifyAsync()).Faults);
        Assert.Equal(1, (await VerifyAsync()).Attachments.Files);

        var place = Assert.Single(Directory.GetFiles(Attachments, "*", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(place, "Minutes of Fridae", _cancel);
        Assert.Equal("attachment.damaged", Assert.Single((await VerifyAsync()).Faults).Code);
        Assert.Null(Attaching.Read(_workspace, Assert.Single(FilesOf(_workspace, _team))));

        File.Delete(place);
        Assert.Equal("attachment.missing", Assert.Single((await VerifyAsync()).Faults).Code);
    }

    [Fact]
    public async Task A_backup_and_an_export_carry_it()
    {
        await AttachAsync(_team, "minutes.txt");
        var backup = Path.Combine(_folder.Path, "a.orrery");
        JournalBackup.Write(_workspaces.Folder.Find(WorkspaceName.Parse("a"))!, backup, _workspace.Now);
        await JournalBackup.RestoreAsync(_workspaces.Folder, backup, WorkspaceName.Parse("b"), null, _cancel);
        using var lines = new MemoryStream();
        await JournalLines.WriteAsync(_workspace, lines, _ => { }, _cancel);
        lines.Position = 0;
        await JournalLines.RestoreAsync(_workspaces, "c", lines, null, _ => { }, _cancel);

        foreach (var name in (string[])["b", "c"])
        {
            var restored = await _workspaces.GetAsync(name, _cancel);
            Assert.Equal(Minutes, Attaching.Read(restored, Assert.Single(FilesOf(restored, _team))));
            Assert.Empty((await _workspaces.VerifyAsync(name, _ => { }, _cancel)).Faults);
        }
    }

    [Fact]
    public async Task Erasing_a_person_erases_their_files_in_every_copy()
    {
        await AttachAsync(_person, "contract.txt");
        var file = Assert.Single(FilesOf(_workspace, _person));
        Assert.True(file.IsSealed);
        Assert.Equal(Minutes, Attaching.Read(_workspace, file));
        var place = Assert.Single(Directory.GetFiles(Attachments, "*", SearchOption.AllDirectories));
        Assert.DoesNotContain("Minutes", await File.ReadAllTextAsync(place, _cancel), StringComparison.Ordinal);

        (await _workspaces.EraseAsync("a", _person, Ada, _cancel)).OrThrow();

        Assert.Null(Attaching.Read(_workspace, file));
        Assert.Empty((await VerifyAsync()).Faults);
    }

    private string Attachments => _workspaces.Folder.Find(WorkspaceName.Parse("a"))!.Attachments;

    private Task<WorkspaceProof> VerifyAsync() => _workspaces.VerifyAsync("a", _ => { }, _cancel);

    private async Task<Revision> AttachAsync(Id about, string name) =>
        (
            await Attaching.AttachAsync(_workspace, about, [new(name, Minutes)], () => Id.New(TimeProvider.System), Ada, _cancel)
        ).OrThrow();

    private async Task SayAsync(params GraphCommand[] commands) =>
        (await _workspace.ExecuteAsync(new(commands, Ada), _cancel)).OrThrow();

    private static ImmutableArray<Attachment> FilesOf(Workspace workspace, Id about) =>
        Orrery.Practice.Attachments.About(workspace.Read(new("Ada"), When.Now), about);

    private static GraphCommand.CreateEntity Thing(Id id, string kind, string title) =>
        new(id, [kind], null, Properties.Of(("title", Value.Of(title))), Validity.Always);
}
