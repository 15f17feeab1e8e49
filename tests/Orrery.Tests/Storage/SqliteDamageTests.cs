using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

/// <summary>Damage is found and named, never read as something else; a crash is no damage.</summary>
public sealed class SqliteDamageTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Db => _temp.File("journal.db");

    private string Log => Db + "-wal";

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_flipped_byte_in_a_segment_is_found_and_what_comes_before_is_read()
    {
        await using (var journal = Open())
            await AppendAsync(journal, 9);
        Fold();
        Flip(Db, "Title 5"u8);

        await using var damaged = Open();
        var proof = await damaged.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken);
        var refusal = await Assert.ThrowsAsync<FaultException>(() => ReadAsync(damaged));

        Assert.Equal((false, new Revision(4)), (proof.IsSound, proof.Head));
        Assert.Equal("journal.damaged", proof.Faults[0].Code);
        Assert.Contains("revision 5", refusal.Fault.Message);
    }

    [Fact]
    public async Task A_segment_that_was_taken_out_is_found()
    {
        await using (var journal = Open())
            await AppendAsync(journal, 9);
        Execute("delete from journal where first = 5");

        await using var damaged = Open();
        var proof = await damaged.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken);

        Assert.Equal((false, new Revision(4)), (proof.IsSound, proof.Head));
        await Assert.ThrowsAsync<FaultException>(() => ReadAsync(damaged));
    }

    [Fact]
    public async Task A_segment_that_was_forged_with_its_checksum_breaks_the_chain()
    {
        await using (var journal = Open())
            await AppendAsync(journal, 9);
        var forged = SegmentCodec.Encode([SegmentCodecTests.Sample() with { Revision = new(5) }]);
        Execute(
            $"update journal set segment = x'{Convert.ToHexString(forged)}', checksum = {SegmentCodec.Checksum(forged)} where first = 5"
        );

        await using var damaged = Open();
        var proof = await damaged.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken);

        Assert.Contains("chain", Assert.Single(proof.Faults).Message);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("deleted")]
    [InlineData("flipped")]
    public async Task A_log_that_lost_what_was_acknowledged_is_refused(string damage)
    {
        await using var crashing = Open();
        await AppendAsync(crashing, 9);
        foreach (var ending in (string[])["", "-wal", "-witness"])
            File.Copy(Db + ending, _temp.File($"crashed.db{ending}"));
        var (crashed, log) = (_temp.File("crashed.db"), _temp.File("crashed.db-wal"));
        if (damage == "deleted")
            File.Delete(log);
        else if (damage == "flipped")
            Flip(log, "Title 9"u8);
        else
            Cut(log, length: 8_400);

        var refusal = Assert.Throws<FaultException>(() => SqliteJournal.Open(crashed, open: null));

        Assert.Equal("journal.cut", refusal.Fault.Code);
        Assert.Contains("revision 9", refusal.Fault.Message);
    }

    [Fact]
    public async Task A_write_that_a_crash_tore_is_no_damage()
    {
        await using (var journal = Open())
            await AppendAsync(journal, 3);
        var (log, witness) = (File.ReadAllBytes(Log), File.ReadAllBytes(Db + "-witness"));
        await using (var journal = Open())
            await AppendAsync(journal, 1);
        var torn = File.ReadAllBytes(Log);
        var begins = torn.AsSpan().CommonPrefixLength(log);
        torn.AsSpan(begins, 2000).CopyTo(log.AsSpan(begins));
        File.WriteAllBytes(Log, log);
        File.WriteAllBytes(Db + "-witness", witness);
        File.Delete(Db + "-shm");

        await using var opened = Open();

        Assert.Equal(new Revision(3), opened.Head(BranchId.Main));
        await AppendAsync(opened, 2);
        Assert.True((await opened.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken)).IsSound);
    }

    [Fact]
    public async Task The_log_is_folded_away_while_commits_go_on()
    {
        await using var journal = Open();
        for (var i = 0; i < 300; i++)
            await AppendAsync(journal, 1, new string('x', 100_000));

        Assert.InRange(new FileInfo(Log).Length, 1, 24 << 20);
        // Of 30 MB the writer lets 5,000 pages wait for the fold beside it, however slow that is; then it folds in its own turn.
        Assert.InRange(new FileInfo(Db).Length, 12 << 20, long.MaxValue);
    }

    [Fact]
    public void A_file_of_somebody_else_is_refused()
    {
        File.WriteAllText(Db, "Dear aunt, thank you for the socks. They fit very well indeed.");
        Assert.Equal("journal.unreadable", Assert.Throws<FaultException>(Open).Fault.Code);
        File.Delete(Db);
        Execute("create table socks (colour text)");
        Assert.Equal("journal.unreadable", Assert.Throws<FaultException>(Open).Fault.Code);
    }

    [Fact]
    public async Task A_file_of_a_later_build_is_refused()
    {
        await Open().DisposeAsync();
        Execute("pragma user_version = 99");

        Assert.Equal("format.newer", Assert.Throws<FaultException>(Open).Fault.Code);
    }

    [Fact]
    public async Task A_full_disk_refuses_whole_and_takes_more_once_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a small disk.");
        await using var journal = SqliteJournal.Open(Path.Combine(disk.Path, "journal.db"), open: null);
        await AppendAsync(journal, 5);
        var filler = disk.Fill(leaving: 64 << 10);

        var refusal = await Assert.ThrowsAsync<FaultException>(async () =>
        {
            for (var i = 0; i < 200; i++)
                await AppendAsync(journal, 1, new string('x', 200_000));
        });
        var head = journal.Head(BranchId.Main);
        Assert.Equal("disk.full", refusal.Fault.Code);
        Assert.Equal(head.Value, (await ReadAsync(journal)).Length);
        File.Delete(filler);
        await AppendAsync(journal, 3);

        Assert.Equal(head.Value + 3, (await ReadAsync(journal)).Length);
        Assert.True((await journal.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken)).IsSound);
    }

    [Fact]
    public async Task A_read_only_folder_is_refused_by_name()
    {
        using var disk = SmallDisk.Mount(megabytes: 24);
        Assert.SkipWhen(disk is null, "Only root on Linux can mount a small disk.");
        var path = Path.Combine(disk.Path, "journal.db");
        await SqliteJournal.Open(path, open: null).DisposeAsync();
        disk.MakeReadOnly();

        var refusal = Assert.Throws<FaultException>(() => SqliteJournal.Open(path, open: null));

        Assert.Equal("folder.read-only", refusal.Fault.Code);
        Assert.Contains(disk.Path, refusal.Fault.Message);
    }

    private SqliteJournal Open() => SqliteJournal.Open(Db, open: null);

    private static async Task AppendAsync(SqliteJournal journal, int count, string? title = null)
    {
        for (var i = 0; i < count; i++)
        {
            var head = journal.Head(BranchId.Main);
            var value = Value.Of(title ?? $"Title {head.Next}");
            var change = SegmentCodecTests.Sample(new GraphEvent.FieldSet(Id.Named("x"), "title", value, Validity.Always));
            await journal.AppendAsync(
                BranchId.Main,
                head,
                [change with { Revision = head.Next }],
                TestContext.Current.CancellationToken
            );
        }
    }

    private static async Task<ImmutableArray<ChangeSet>> ReadAsync(SqliteJournal journal)
    {
        var read = ImmutableArray.CreateBuilder<ChangeSet>();
        await foreach (var changes in journal.ReadAsync(BranchId.Main, Revision.Start, TestContext.Current.CancellationToken))
            read.AddRange(changes);
        return read.ToImmutable();
    }

    private static void Flip(string path, ReadOnlySpan<byte> near)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.AsSpan().LastIndexOf(near)] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static void Cut(string path, long length)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(length);
    }

    private void Fold() => Execute("pragma wal_checkpoint(truncate)");

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Db};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
