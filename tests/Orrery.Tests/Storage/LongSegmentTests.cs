using Microsoft.Data.Sqlite;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

/// <summary>Long segments lie beside the rows that are searched; files of format 1 have them in the rows.</summary>
public sealed class LongSegmentTests : IDisposable
{
    private const int Short = 10;
    private const int Long = 50_000;

    private readonly TempFolder _temp = new();

    private string Db => _temp.File("journal.db");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task No_row_is_longer_than_a_page_holds_and_all_are_read_back()
    {
        await WriteAsync(Short, Long, Short, Long, Long);

        Assert.Equal(3, Ask("select count(*) from segments"));
        Assert.InRange(Ask("select max(length(segment)) from journal"), 1, 800);
        await AssertReadsAsync(Short, Long, Short, Long, Long);
    }

    [Fact]
    public async Task A_long_segment_that_is_gone_is_found()
    {
        await WriteAsync(Short, Long, Short);
        Ask("delete from segments returning place");

        await using var journal = Open();
        var proof = await journal.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken);

        Assert.Equal((false, new Revision(1)), (proof.IsSound, proof.Head));
    }

    [Fact]
    public async Task A_file_of_format_1_goes_on_as_one_of_format_2()
    {
        await WriteAsync(Short, Long, Short);
        MakeFormat1();

        await WriteAsync(Long, Short);

        Assert.Equal((2, 1), (Ask("pragma user_version"), Ask("select count(*) from segments")));
        await AssertReadsAsync(Short, Long, Short, Long, Short);
    }

    private SqliteJournal Open() => SqliteJournal.Open(Db, open: null);

    private async Task WriteAsync(params int[] lengths)
    {
        await using var journal = Open();
        foreach (var length in lengths)
        {
            var head = journal.Head(BranchId.Main);
            var title = Value.Of(new string('x', length));
            var change = SegmentCodecTests.Sample(new GraphEvent.FieldSet(Id.Named("x"), "title", title, Validity.Always));
            await journal.AppendAsync(
                BranchId.Main,
                head,
                [change with { Revision = head.Next }],
                TestContext.Current.CancellationToken
            );
        }
    }

    private async Task AssertReadsAsync(params int[] lengths)
    {
        await using var journal = Open();
        List<int> read = [];
        await foreach (var changes in journal.ReadAsync(BranchId.Main, Revision.Start, TestContext.Current.CancellationToken))
            read.AddRange(changes.Select(c => ((GraphEvent.FieldSet)c.Events[0]).Value.AsText!.Length));

        Assert.Equal(lengths, read);
        Assert.True((await journal.VerifyAsync(BranchId.Main, TestContext.Current.CancellationToken)).IsSound);
    }

    private void MakeFormat1()
    {
        foreach (
            var sql in (string[])
                [
                    "update journal set segment = (select bytes from segments s where s.place = journal.place) where place > 0",
                    "alter table journal drop column place",
                    "drop table segments",
                    "pragma user_version = 1",
                ]
        )
            Ask(sql);
    }

    private long Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Db};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }
}
