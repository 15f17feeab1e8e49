using System.Security.Cryptography;
using NodaTime;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class JournalBackupTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 1, 12, 0);

    private readonly TempFolder _temp = new();
    private readonly DataFolder _data;
    private readonly WorkspaceFolder _ant;

    public JournalBackupTests()
    {
        _data = DataFolder.Open(_temp.File("data"));
        _ant = _data.Create(WorkspaceName.Parse("ant"));
    }

    private string Backup => _temp.File("ant.orrery");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_backup_taken_while_others_write_restores_a_sound_prefix()
    {
        await using var journal = SqliteJournal.Open(_ant.Journal, open: null);
        await AppendAsync(journal, 20);
        var writing = Task.Run(() => AppendAsync(journal, 200), TestContext.Current.CancellationToken);

        JournalBackup.Write(_ant, Backup, Noon);
        await writing;
        var restored = await RestoreAsync("bee");

        await using var copy = SqliteJournal.Open(restored.Journal, open: null);
        var head = copy.Head(BranchId.Main);
        Assert.InRange(head.Value, 20, 220);
        Assert.Equal(journal.ChainAt(BranchId.Main, head).ToArray(), copy.ChainAt(BranchId.Main, head).ToArray());
        await AppendAsync(copy, 3);
        Assert.Equal(["ant", "bee"], _data.Workspaces.Select(workspace => workspace.Name.Text));
        Assert.Equal(["ant.orrery"], Directory.GetFiles(_temp.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_workspace_that_was_deleted_comes_back_under_its_own_name()
    {
        await using (var journal = SqliteJournal.Open(_ant.Journal, open: null))
            await AppendAsync(journal, 3);
        JournalBackup.Write(_ant, Backup, Noon);
        Assert.Equal("workspace.taken", (await Assert.ThrowsAsync<FaultException>(() => RestoreAsync(null))).Fault.Code);
        _data.Delete(_ant.Name, Noon);

        var restored = await RestoreAsync(null);

        Assert.Equal(_ant, restored);
    }

    [Fact]
    public async Task A_damaged_backup_leaves_nothing_behind()
    {
        await using (var journal = SqliteJournal.Open(_ant.Journal, open: null))
            await AppendAsync(journal, 3, new string('x', 3000));
        JournalBackup.Write(_ant, Backup, Noon);
        var bytes = File.ReadAllBytes(Backup);
        bytes[bytes.AsSpan().LastIndexOf("xxxx"u8)] ^= 1;
        File.WriteAllBytes(Backup, bytes);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => RestoreAsync("bee"));

        Assert.Equal("journal.damaged", refusal.Fault.Code);
        Assert.Equal(["ant"], Directory.GetDirectories(Path.Combine(_data.Path, "workspaces")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused()
    {
        File.WriteAllText(Backup, "This is a letter to my aunt, and long enough to be looked at.");

        Assert.Equal("backup.unreadable", (await Assert.ThrowsAsync<FaultException>(() => RestoreAsync(null))).Fault.Code);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(20_000)]
    public async Task A_backup_that_was_cut_short_is_refused_by_the_name_it_was_given_by(int length)
    {
        await using (var journal = SqliteJournal.Open(_ant.Journal, open: null))
            await AppendAsync(journal, 3, new string('x', 30_000));
        JournalBackup.Write(_ant, Backup, Noon);
        using (var file = File.OpenWrite(Backup))
            file.SetLength(length);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => RestoreAsync("bee"));

        Assert.Equal("backup.unreadable", refusal.Fault.Code);
        Assert.StartsWith($"{Backup} cannot be read", refusal.Fault.Message);
        Assert.DoesNotContain("..", refusal.Fault.Message.Replace(Backup, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Destroying_a_key_erases_the_backup_too()
    {
        using var keys = SqliteKeys.Open(_ant.Keys, RandomNumberGenerator.Fill);
        await using (var journal = SqliteJournal.Open(_ant.Journal, keys.Open))
            await AppendAsync(journal, 1, keys.Seal(Id.Named("anna"), Value.Of("Anna Svensson")));
        JournalBackup.Write(_ant, Backup, Noon);
        JournalBackup.WriteKeys(_ant, _temp.File("ant.keys"));
        Assert.DoesNotContain("Svensson", File.ReadAllText(Backup));

        var restored = await JournalBackup.RestoreAsync(
            _data,
            Backup,
            WorkspaceName.Parse("bee"),
            _temp.File("ant.keys"),
            TestContext.Current.CancellationToken
        );
        keys.Destroy(Id.Named("anna"));

        using var copied = SqliteKeys.Open(restored.Keys, RandomNumberGenerator.Fill);
        Assert.Equal("Anna Svensson", (await FirstValueAsync(restored.Journal, copied)).AsText);
        Assert.Null(((Value.Personal)await FirstValueAsync(restored.Journal, keys)).Clear);
    }

    private Task<WorkspaceFolder> RestoreAsync(string? name) =>
        JournalBackup.RestoreAsync(
            _data,
            Backup,
            name is null ? null : WorkspaceName.Parse(name),
            keys: null,
            TestContext.Current.CancellationToken
        );

    private static async Task<Value> FirstValueAsync(string path, IKeyRing keys)
    {
        await using var journal = SqliteJournal.Open(path, keys.Open);
        await foreach (var changes in journal.ReadAsync(BranchId.Main, Revision.Start, CancellationToken.None))
            return ((GraphEvent.FieldSet)changes[0].Events[0]).Value;
        throw new InvalidOperationException("The journal is empty.");
    }

    private static Task AppendAsync(SqliteJournal journal, int count, string why) => AppendAsync(journal, count, Value.Of(why));

    private static Task AppendAsync(SqliteJournal journal, int count) => AppendAsync(journal, count, Value.Of(1L));

    private static async Task AppendAsync(SqliteJournal journal, int count, Value value)
    {
        for (var i = 0; i < count; i++)
        {
            var head = journal.Head(BranchId.Main);
            var happened = new GraphEvent.FieldSet(Id.Named("x"), "name", value, Validity.Always);
            await journal.AppendAsync(
                BranchId.Main,
                head,
                [SegmentCodecTests.Sample(happened) with { Revision = head.Next }],
                default
            );
        }
    }
}
