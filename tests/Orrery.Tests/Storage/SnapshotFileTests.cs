using NodaTime;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class SnapshotFileTests : IAsyncLifetime
{
    private static readonly WorkspaceName Ant = WorkspaceName.Parse("ant");

    private readonly TempFolder _temp = new();
    private readonly MemoryJournal _journal = new(open: null);
    private readonly byte[] _payload = [.. Enumerable.Range(0, 100_003).Select(i => (byte)(i * 31))];

    private string Path => _temp.File("main.snapshot");

    public async ValueTask InitializeAsync()
    {
        await AppendAsync(Revision.Start, "one");
        await AppendAsync(new Revision(1), "two");
    }

    public ValueTask DisposeAsync()
    {
        _temp.Dispose();
        return _journal.DisposeAsync();
    }

    [Fact]
    public void A_snapshot_that_matches_gives_its_payload_back()
    {
        Write(new Revision(1));
        Write(new Revision(2));

        using var found = Find();

        Assert.Equal(new Revision(2), found!.Stamp.Revision);
        Assert.Equal(_payload.Length, found.PayloadLength);
        Assert.True(found.IsWhole(CancellationToken.None));
        var read = new byte[_payload.Length];
        using var stream = found.OpenPayload();
        stream.ReadExactly(read);
        Assert.Equal(_payload, read);
        Assert.Equal(["main.snapshot"], Directory.GetFiles(_temp.Path).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is() => Assert.Null(Find());

    [Fact]
    public void Another_layout_workspace_or_branch_is_left_aside()
    {
        Write(new Revision(2));

        Assert.Null(SnapshotFile.Find(Path, 8, Ant, BranchId.Main, _journal));
        Assert.Null(SnapshotFile.Find(Path, 7, WorkspaceName.Parse("bee"), BranchId.Main, _journal));
        Assert.Null(SnapshotFile.Find(Path, 7, Ant, new BranchId("other"), _journal));
    }

    [Fact]
    public async Task A_snapshot_of_another_history_is_left_aside()
    {
        Write(new Revision(2));
        await using var other = new MemoryJournal(open: null);
        await AppendAsync(other, Revision.Start, "one");
        Assert.Null(SnapshotFile.Find(Path, 7, Ant, BranchId.Main, other));
        await AppendAsync(other, new Revision(1), "something else");
        Assert.Null(SnapshotFile.Find(Path, 7, Ant, BranchId.Main, other));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(60)]
    public void A_flipped_byte_in_the_header_is_seen_at_once(int place)
    {
        Write(new Revision(2));
        Flip(place);

        Assert.Null(Find());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50_000)]
    [InlineData(100_002)]
    public void A_flipped_byte_in_the_payload_is_seen_by_the_checksum(int place)
    {
        Write(new Revision(2));
        Flip((int)SnapshotFile.PayloadStart + place);

        using var found = Find();

        Assert.False(found!.IsWhole(CancellationToken.None));
    }

    [Fact]
    public void A_file_that_was_cut_is_left_aside()
    {
        Write(new Revision(2));
        using (var file = File.OpenWrite(Path))
            file.SetLength(file.Length - 1);

        Assert.Null(Find());
    }

    [Fact]
    public void A_writer_that_fails_leaves_the_snapshot_before_it()
    {
        Write(new Revision(1));

        Assert.Throws<FaultException>(() => SnapshotFile.Write(Path, Stamp(new Revision(2)), _ => throw new IOException("no")));

        using var found = Find();
        Assert.Equal(new Revision(1), found!.Stamp.Revision);
    }

    private SnapshotFile? Find() => SnapshotFile.Find(Path, 7, Ant, BranchId.Main, _journal);

    private void Write(Revision at) =>
        SnapshotFile.Write(
            Path,
            Stamp(at),
            stream =>
            {
                // In odd portions, so that the checksum meets every remainder.
                for (var i = 0; i < _payload.Length; i += 1009)
                    stream.Write(_payload.AsSpan(i, Math.Min(1009, _payload.Length - i)));
            }
        );

    private SnapshotStamp Stamp(Revision at) => new(7, Ant, BranchId.Main, at, _journal.ChainAt(BranchId.Main, at));

    private void Flip(int place)
    {
        using var file = File.Open(Path, FileMode.Open);
        file.Position = place;
        var was = file.ReadByte();
        file.Position = place;
        file.WriteByte((byte)(was ^ 0x10));
    }

    private Task<Revision> AppendAsync(Revision after, string why) => AppendAsync(_journal, after, why);

    private static Task<Revision> AppendAsync(MemoryJournal journal, Revision after, string why) =>
        journal.AppendAsync(
            BranchId.Main,
            after,
            [new ChangeSet(after.Next, Instant.FromUnixTimeSeconds(after.Value), new Cause("anna", Origin.Api, why), [])],
            CancellationToken.None
        );
}
