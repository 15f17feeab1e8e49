using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;
using Orrery.Storage;
using Xunit;

namespace Orrery.Testing;

/// <summary>What every journal keeps to. A storage inherits it and says how one is opened.</summary>
public abstract class JournalContract : IAsyncLifetime
{
    private IJournal? _journal;

    /// <summary>The journal under test, empty at the start of each test.</summary>
    protected IJournal Journal => _journal!;

    /// <summary>Opens the place again, as a new process would; the journal before it is closed.</summary>
    protected abstract ValueTask<IJournal> OpenAsync();

    /// <summary>Whether what was written is still there in a new process.</summary>
    protected abstract bool Lasts { get; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _journal = await OpenAsync();

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_empty_journal_stands_at_the_start()
    {
        Assert.Equal(Revision.Start, Journal.Head(BranchId.Main));
        Assert.Empty(Journal.Branches);
        Assert.Empty(await ReadAll(BranchId.Main));
        Assert.Equal(new byte[32], Journal.ChainAt(BranchId.Main, Revision.Start).ToArray());
    }

    [Fact]
    public async Task What_is_appended_is_read_in_order()
    {
        await Append(3);
        await Append(1);
        await Append(2);

        var read = await ReadAll(BranchId.Main);

        Assert.Equal(new Revision(6), Journal.Head(BranchId.Main));
        Assert.Equal([.. Changes(Revision.Start, 6)], read);
        Assert.Equal([BranchId.Main], Journal.Branches);
    }

    [Fact]
    public async Task A_stale_append_is_refused_and_changes_nothing()
    {
        await Append(2);

        var stale = await Assert.ThrowsAsync<StaleRevisionException>(() =>
            Journal.AppendAsync(BranchId.Main, new Revision(1), Changes(new Revision(1), 1), Cancel)
        );

        Assert.Equal((new Revision(1), new Revision(2)), (stale.Expected, stale.Head));
        Assert.Equal(2, (await ReadAll(BranchId.Main)).Count);
    }

    [Fact]
    public async Task An_append_from_the_future_is_refused() =>
        await Assert.ThrowsAsync<StaleRevisionException>(() =>
            Journal.AppendAsync(BranchId.Main, new Revision(7), Changes(new Revision(7), 1), Cancel)
        );

    [Fact]
    public async Task An_empty_append_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Journal.AppendAsync(BranchId.Main, Revision.Start, [], Cancel));

    [Fact]
    public async Task Revisions_with_a_gap_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Journal.AppendAsync(BranchId.Main, Revision.Start, Changes(new Revision(1), 1), Cancel)
        );

    [Fact]
    public async Task A_cancelled_append_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Journal.AppendAsync(BranchId.Main, Revision.Start, Changes(Revision.Start, 1), new CancellationToken(canceled: true))
        );

        Assert.Equal(Revision.Start, Journal.Head(BranchId.Main));
    }

    [Fact]
    public async Task A_range_is_cut_to_what_was_asked_for()
    {
        foreach (var count in (int[])[1, 4, 2, 5])
            await Append(count);

        for (var after = 0; after <= 13; after++)
        {
            for (var upTo = after; upTo <= 13; upTo++)
            {
                var read = await ReadAll(BranchId.Main, new Revision(after), new Revision(upTo));

                Assert.Equal(
                    [.. Enumerable.Range(after + 1, Math.Max(0, Math.Min(upTo, 12) - after))],
                    read.Select(c => (int)c.Revision.Value)
                );
            }
        }
    }

    [Fact]
    public async Task Branches_are_kept_apart()
    {
        var whatIf = new BranchId("what-if");
        await Append(2);
        await Journal.AppendAsync(whatIf, Revision.Start, Changes(Revision.Start, 3), Cancel);
        await Append(1);
        for (var i = 0; i < 50; i++)
            await Journal.AppendAsync(new BranchId($"b{i}"), Revision.Start, Changes(Revision.Start, 1), Cancel);

        Assert.Equal(new Revision(3), Journal.Head(BranchId.Main));
        Assert.Equal(3, (await ReadAll(whatIf)).Count);
        Assert.Equal(52, Journal.Branches.Length);
        Assert.Equal([.. Changes(Revision.Start, 3)], await ReadAll(BranchId.Main));
    }

    [Fact]
    public async Task A_large_change_set_is_one_change_set()
    {
        var subject = Id.Named("large");
        ImmutableArray<GraphEvent> events =
        [
            .. Enumerable
                .Range(0, 20_000)
                .Select(i => new GraphEvent.FieldSet(subject, $"f{i % 7}", Value.Of($"value {i}"), Validity.Always)),
            new GraphEvent.FieldSet(subject, "essay", Value.Of(new string('é', 1 << 20)), Validity.Always),
        ];
        var change = new ChangeSet(new Revision(1), Instant.FromUnixTimeSeconds(1), new Cause("anna", Origin.Api), events);

        await Journal.AppendAsync(BranchId.Main, Revision.Start, [change], Cancel);

        Assert.Equal(change, Assert.Single(await ReadAll(BranchId.Main)));
    }

    [Fact]
    public async Task Reading_while_appending_sees_a_prefix()
    {
        await Append(1);
        var writing = Task.Run(
            async () =>
            {
                for (var i = 1; i < 300; i++)
                    await Journal.AppendAsync(BranchId.Main, new Revision(i), Changes(new Revision(i), 1), Cancel);
            },
            Cancel
        );

        while (!writing.IsCompleted)
        {
            var read = await ReadAll(BranchId.Main);
            Assert.Equal([.. Enumerable.Range(1, read.Count)], read.Select(change => (int)change.Revision.Value));
        }

        await writing;
        Assert.Equal(300, (await ReadAll(BranchId.Main)).Count);
    }

    [Fact]
    public async Task Of_many_writers_at_one_revision_exactly_one_wins()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(TryAppendFirst, Cancel)));

        Assert.Single(attempts, won => won);
        Assert.Equal(new Revision(1), Journal.Head(BranchId.Main));
    }

    [Fact]
    public async Task Every_segment_carries_the_chain_on()
    {
        await Append(2);
        var first = Journal.ChainAt(BranchId.Main, new Revision(2));
        await Append(3);
        var proof = await Journal.VerifyAsync(BranchId.Main, Cancel);

        Assert.Equal(32, first.Length);
        Assert.True(Journal.ChainAt(BranchId.Main, new Revision(3)).IsEmpty);
        Assert.Equal(first.ToArray(), Journal.ChainAt(BranchId.Main, new Revision(2)).ToArray());
        Assert.Equal(proof.Chain.ToArray(), Journal.ChainAt(BranchId.Main, new Revision(5)).ToArray());
        Assert.True(proof.IsSound, proof.Faults.FirstOrDefault()?.Message);
        Assert.Equal((new Revision(5), 2L), (proof.Head, proof.Segments));
    }

    [Fact]
    public async Task What_was_appended_is_there_after_opening_again()
    {
        if (!Lasts)
            return;
        await Append(2);
        await Append(2);
        var chain = Journal.ChainAt(BranchId.Main, new Revision(4)).ToArray();
        await Journal.DisposeAsync();

        _journal = await OpenAsync();

        Assert.Equal(new Revision(4), Journal.Head(BranchId.Main));
        Assert.Equal(chain, Journal.ChainAt(BranchId.Main, new Revision(4)).ToArray());
        Assert.Equal([.. Changes(Revision.Start, 4)], await ReadAll(BranchId.Main));
        await Append(1);
        Assert.True((await Journal.VerifyAsync(BranchId.Main, Cancel)).IsSound);
    }

    [Fact]
    public void Whatever_happened_is_read_as_it_was_written() =>
        Prop.ForAll(
                Some.ChangeSetsAfter(Revision.Start).ToArbitrary(),
                changes =>
                {
                    var branch = new BranchId($"p{Journal.Branches.Length}");
                    Journal.AppendAsync(branch, Revision.Start, changes, Cancel).GetAwaiter().GetResult();

                    Assert.Equal([.. changes], ReadAll(branch).GetAwaiter().GetResult());
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Appends that many small change sets to main as one segment.</summary>
    protected Task<Revision> Append(int count)
    {
        var head = Journal.Head(BranchId.Main);
        return Journal.AppendAsync(BranchId.Main, head, Changes(head, count), Cancel);
    }

    /// <summary>Everything in a range.</summary>
    protected async Task<List<ChangeSet>> ReadAll(BranchId branch, Revision after = default, Revision? upTo = null)
    {
        var read = new List<ChangeSet>();
        await foreach (var changes in Journal.ReadAsync(branch, after, upTo ?? new Revision(long.MaxValue), Cancel))
        {
            Assert.NotEmpty(changes);
            read.AddRange(changes);
        }

        return read;
    }

    /// <summary>Small change sets that follow a revision.</summary>
    protected static ImmutableArray<ChangeSet> Changes(Revision after, int count) =>
        [.. Enumerable.Range(1, count).Select(i => Change(after.Value + i))];

    private static ChangeSet Change(long revision) =>
        new(
            new Revision(revision),
            Instant.FromUnixTimeSeconds(1_700_000_000 + revision),
            new Cause("anna", Origin.Screen, $"Change {revision}"),
            [
                new GraphEvent.FieldSet(
                    Id.Named("thing", $"{revision % 5}"),
                    "title",
                    Value.Of($"Title {revision}"),
                    Validity.Always
                ),
            ]
        );

    private async Task<bool> TryAppendFirst()
    {
        try
        {
            await Journal.AppendAsync(BranchId.Main, Revision.Start, Changes(Revision.Start, 1), Cancel);
            return true;
        }
        catch (StaleRevisionException)
        {
            return false;
        }
    }
}
