using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Registry;

/// <summary>The workspaces of a data folder.</summary>
public sealed class WorkspacesTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private Workspaces _workspaces = null!;

    public ValueTask InitializeAsync()
    {
        _workspaces = new(DataFolder.Open(_folder.Path), TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _workspaces.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_new_workspace_has_its_settings_and_packs()
    {
        var workspace = await _workspaces.CreateAsync(new("harbor", "Harbor Mutual", IsEnforced: true, ["core"]), _cancel);

        Assert.Equal("Harbor Mutual", workspace.Current.Model.Settings.Title);
        Assert.True(workspace.Current.Model.Settings.IsEnforced);
        Assert.NotEmpty(workspace.Current.Model.Kinds);
        Assert.Equal(["harbor"], _workspaces.Names);
    }

    [Fact]
    public async Task It_is_there_again_after_a_restart()
    {
        var at = (await _workspaces.CreateAsync(Open("a"), _cancel)).Current.At;
        await _workspaces.DisposeAsync();

        _workspaces = new(DataFolder.Open(_folder.Path), TimeProvider.System);

        Assert.Equal(at, (await _workspaces.GetAsync("a", _cancel)).Current.At);
    }

    [Fact]
    public async Task Nothing_is_read_as_known_at_a_revision_that_is_not_written_yet()
    {
        var workspace = await _workspaces.CreateAsync(Open("a"), _cancel);
        var newest = workspace.Current.At;

        Reading At(Revision revision) => workspace.Read(new("Ada"), new(null, new KnownAt.AtRevision(revision)));

        Assert.Equal(newest, At(newest).Snapshot.At);
        Assert.Equal("time.not-yet-written", Assert.Throws<FaultException>(() => At(newest.Next)).Fault.Code);
    }

    [Fact]
    public async Task What_is_wrong_with_the_one_opened_ahead_is_told_to_whoever_asks_for_it()
    {
        await _workspaces.OpenLatestAsync();
        await _workspaces.CreateAsync(Open("a"), _cancel);
        await _workspaces.DisposeAsync();
        _workspaces = new(DataFolder.Open(_folder.Path), TimeProvider.System);
        await _workspaces.OpenLatestAsync();
        Assert.NotNull(await _workspaces.FindAsync("a", _cancel));
        await _workspaces.DisposeAsync();
        await File.WriteAllTextAsync(_workspaces.Folder.Workspaces.Single().Journal, "no journal", _cancel);
        _workspaces = new(DataFolder.Open(_folder.Path), TimeProvider.System);

        await _workspaces.OpenLatestAsync();

        await Assert.ThrowsAsync<FaultException>(() => _workspaces.GetAsync("a", _cancel).AsTask());
    }

    [Fact]
    public async Task Those_who_ask_at_once_share_one_opening()
    {
        await _workspaces.CreateAsync(Open("a"), _cancel);
        await _workspaces.DisposeAsync();
        _workspaces = new(DataFolder.Open(_folder.Path), TimeProvider.System);

        var found = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => Task.Run(() => _workspaces.GetAsync("a", _cancel).AsTask(), _cancel))
        );

        Assert.Single(found.Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("A")]
    [InlineData("-a")]
    [InlineData("a/b")]
    public async Task A_name_that_cannot_be_a_folder_is_refused(string name)
    {
        var refused = await Assert.ThrowsAsync<FaultException>(() => _workspaces.CreateAsync(Open(name), _cancel));

        Assert.Equal("workspace.name", refused.Fault.Code);
        Assert.Null(await _workspaces.FindAsync(name, _cancel));
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await _workspaces.CreateAsync(Open("a"), _cancel);

        var refused = await Assert.ThrowsAsync<FaultException>(() => _workspaces.CreateAsync(Open("a"), _cancel));

        Assert.Equal("workspace.taken", refused.Fault.Code);
    }

    [Fact]
    public async Task An_unknown_pack_leaves_no_workspace_behind()
    {
        await Assert.ThrowsAsync<FaultException>(() =>
            _workspaces.CreateAsync(new("a", null, IsEnforced: true, ["nowhere"]), _cancel)
        );

        Assert.Empty(_workspaces.Names);
        await _workspaces.CreateAsync(Open("a"), _cancel);
    }

    [Fact]
    public async Task A_deleted_workspace_is_put_aside_and_its_name_is_free()
    {
        await _workspaces.CreateAsync(Open("a"), _cancel);

        var aside = await _workspaces.DeleteAsync("a", _cancel);

        Assert.True(Directory.Exists(aside));
        Assert.Null(await _workspaces.FindAsync("a", _cancel));
        await _workspaces.CreateAsync(Open("a"), _cancel);
    }

    private static WorkspaceStart Open(string name) => new(name, null, IsEnforced: false, []);
}
