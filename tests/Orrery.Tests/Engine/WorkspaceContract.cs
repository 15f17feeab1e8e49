using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Tests.Graph;

namespace Orrery.Tests.Engine;

/// <summary>What a workspace keeps to over any journal. A storage inherits it and says how its journal is opened.</summary>
public abstract class WorkspaceContract : IDisposable
{
    private static readonly Cause ByAda = new("Ada", Origin.Screen);
    private static readonly Viewer Ada = new("Ada");
    private readonly MemoryKeys _ring = new(RandomNumberGenerator.Fill);
    private readonly SteppingClock _clock = new();

    /// <summary>Opens the journal under test; the same place each time.</summary>
    protected abstract IJournal OpenJournal(OpenPersonal open);

    /// <summary>All bytes that the journal keeps.</summary>
    protected abstract byte[] Bytes();

    public virtual void Dispose()
    {
        _ring.Dispose();
        GC.SuppressFinalize(this);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_caller_of_a_crowd_is_answered_once_with_a_revision_of_its_own()
    {
        await using var workspace = await OpenAsync();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 400).Select(i => Task.Run(() => workspace.ExecuteAsync(Create($"e{i}"), Cancel)))
        );

        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), outcomes.Select(outcome => outcome.OrThrow().Value).Order());
        for (var i = 0; i < 400; i++)
            Assert.Equal(outcomes[i].OrThrow(), Find(workspace, $"e{i}")!.Since);
        await AssertReplayEqualsLive(workspace);
    }

    [Fact]
    public async Task A_refusal_or_a_bug_in_a_crowd_hurts_nobody_else()
    {
        await using var workspace = await OpenAsync();
        (await workspace.ExecuteAsync(Create("taken"), Cancel)).OrThrow();

        var crowd = Enumerable
            .Range(0, 90)
            .Select(i =>
                workspace.ExecuteAsync(
                    (i % 3) switch
                    {
                        0 => Create($"e{i}"),
                        1 => Create("taken"),
                        _ => new Proposal(new Bug(), ByAda),
                    },
                    Cancel
                )
            )
            .ToArray();

        for (var i = 0; i < 90; i++)
        {
            switch (i % 3)
            {
                case 0:
                    Assert.IsType<Outcome.Done>(await crowd[i]);
                    break;
                case 1:
                    Assert.Equal("id.taken", Assert.IsType<Outcome.Refused>(await crowd[i]).Fault.Code);
                    break;
                default:
                    await Assert.ThrowsAsync<NotSupportedException>(() => crowd[i]);
                    break;
            }
        }

        Assert.Equal(new Revision(31), workspace.Current.At);
        await AssertReplayEqualsLive(workspace);
    }

    [Fact]
    public async Task A_journal_that_refuses_leaves_all_readable_and_later_changes_work()
    {
        var journal = new MoodyJournal(OpenJournal(_ring.Open));
        await using var workspace = await OpenAsync(journal);
        (await workspace.ExecuteAsync(Create("before"), Cancel)).OrThrow();
        for (var round = 0; round < 5; round++)
        {
            var durable = CanonicalText.Of(workspace.Current);
            journal.Mood = round % 2 == 0 ? new FaultException(Fault.DiskFull("here")) : new IOException("The wire was cut.");
            var refused = await Task.WhenAll(
                Enumerable.Range(0, 20).Select(i => workspace.ExecuteAsync(Create($"lost {round} {i}"), Cancel))
            );
            Assert.All(refused, outcome => Assert.Equal(FaultKind.Broken, Assert.IsType<Outcome.Refused>(outcome).Fault.Kind));
            Assert.Equal(durable, CanonicalText.Of(workspace.Current));
            Assert.Null(Find(workspace, $"lost {round} 0"));

            journal.Mood = null;
            (await workspace.ExecuteAsync(Create($"kept {round}"), Cancel)).OrThrow();
            // What was refused before may be tried again.
            (await workspace.ExecuteAsync(Create($"lost {round} 0"), Cancel)).OrThrow();
        }

        Assert.Equal(new Revision(11), workspace.Current.At);
        await AssertReplayEqualsLive(workspace);
    }

    [Fact]
    public async Task Recorded_times_never_go_back_even_if_the_clock_does()
    {
        await using var workspace = await OpenAsync();
        foreach (var step in (int[])[5, -600, 3, -1, 700])
        {
            _clock.Step(step);
            (await workspace.ExecuteAsync(Create($"at {step}"), Cancel)).OrThrow();
        }

        var recorded = await History(workspace).Select(change => change.Recorded).ToListAsync(Cancel);

        Assert.Equal(recorded.Order(), recorded);
        var told = await workspace.ExecuteAsync(Create("told") with { Recorded = Instant.FromUtc(2001, 1, 1, 0, 0) }, Cancel);
        Assert.Equal("time.recorded-backwards", Assert.IsType<Outcome.Refused>(told).Fault.Code);
    }

    [Fact]
    public async Task Of_two_editors_at_once_one_is_told_of_the_other()
    {
        await using var workspace = await OpenAsync();
        (await workspace.ExecuteAsync(Create("doc"), Cancel)).OrThrow();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => workspace.ExecuteAsync(Set("doc", "title", $"mine {i}", Value.Nothing), Cancel)))
        );

        Assert.Single(outcomes, outcome => outcome is Outcome.Done);
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused => Assert.Equal("field.changed", refused.Fault.Code));
    }

    [Fact]
    public async Task What_was_cancelled_before_its_turn_is_not_written()
    {
        await using var workspace = await OpenAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            workspace.ExecuteAsync(Create("never"), new CancellationToken(canceled: true))
        );

        Assert.Equal(new Revision(1), (await workspace.ExecuteAsync(Create("next"), Cancel)).OrThrow());
        Assert.Null(Find(workspace, "never"));
    }

    [Fact]
    public async Task Closing_finishes_what_was_asked_and_refuses_what_comes_after()
    {
        var workspace = await OpenAsync();
        var crowd = Enumerable.Range(0, 200).Select(i => workspace.ExecuteAsync(Create($"e{i}"), Cancel)).ToArray();
        var following = workspace.FollowAsync(Cancel).ToListAsync(Cancel);

        await workspace.DisposeAsync();

        Assert.Equal(200, (await Task.WhenAll(crowd)).OfType<Outcome.Done>().Count());
        var late = await workspace.ExecuteAsync(Create("late"), Cancel);
        Assert.Equal("workspace.closed", Assert.IsType<Outcome.Refused>(late).Fault.Code);
        await following;
        Assert.Empty(await workspace.FollowAsync(Cancel).ToListAsync(Cancel));
        await workspace.DisposeAsync();
    }

    [Fact]
    public async Task A_slow_follower_hears_of_the_newest_change()
    {
        await using var workspace = await OpenAsync();
        await using var following = workspace.FollowAsync(Cancel).GetAsyncEnumerator(Cancel);
        var first = following.MoveNextAsync();

        for (var i = 0; i < 30; i++)
            (await workspace.ExecuteAsync(Create($"e{i}"), Cancel)).OrThrow();

        Assert.True(await first);
        while (following.Current.Value < 30)
            Assert.True(await following.MoveNextAsync());
        Assert.Equal(new Revision(30), following.Current);
    }

    [Fact]
    public async Task An_undone_change_is_undone_after_opening_again()
    {
        await using (var workspace = await OpenAsync())
        {
            (await workspace.ExecuteAsync(Create("doc"), Cancel)).OrThrow();
            (await workspace.ExecuteAsync(Set("doc", "title", "One"), Cancel)).OrThrow();
            var second = (await workspace.ExecuteAsync(Set("doc", "title", "Two"), Cancel)).OrThrow();
            (await workspace.UndoAsync(second, ByAda, Cancel)).OrThrow();
            var unknown = await workspace.UndoAsync(new(99), ByAda, Cancel);
            Assert.Equal("revision.unknown", Assert.IsType<Outcome.Refused>(unknown).Fault.Code);
            await AssertReplayEqualsLive(workspace);
        }

        await using var again = await OpenAsync();
        Assert.Equal("One", Find(again, "doc")!["title"].AsText);
    }

    [Fact]
    public async Task A_personal_value_is_sealed_in_the_journal_and_gone_with_its_key()
    {
        const string secret = "Ada Augusta King of Lovelace, Marylebone";
        var known = default(Revision);
        using var saved = new MemoryStream();
        await using (var workspace = await OpenAsync())
        {
            (await workspace.ExecuteAsync(PersonalModel(), Cancel)).OrThrow();
            (await workspace.ExecuteAsync(Person("ada", secret), Cancel)).OrThrow();
            (await workspace.ExecuteAsync(Set("ada", "name", secret + "!"), Cancel)).OrThrow();
            known = (await workspace.ExecuteAsync(Set("ada", "title", "Countess"), Cancel)).OrThrow();
            Assert.Equal(secret + "!", Find(workspace, "ada")!["name"].AsText);
            Assert.Equal(0, ((Outcome.Done)await workspace.ExecuteAsync(Set("ada", "name", secret + "!"), Cancel)).Events);
            workspace.Current.Save(saved);
        }

        Assert.DoesNotContain(secret, Encoding.UTF8.GetString(Bytes()), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Encoding.UTF8.GetString(saved.ToArray()), StringComparison.Ordinal);
        saved.Position = 0;
        var loaded = GraphSnapshot.Load(saved, _ring.Open);
        Assert.Equal(secret + "!", Find(loaded, "ada")!["name"].AsText);

        await using var again = await OpenAsync();
        Assert.Equal(secret + "!", Find(again, "ada")!["name"].AsText);
        _ring.Destroy(IdOf("ada"));

        foreach (var snapshot in (GraphSnapshot[])[again.Current, again.Current.AsKnownAt(known), loaded])
        {
            Assert.Null(Find(snapshot, "ada")!["name"].AsText);
            Assert.Null(((Value.Personal)Find(snapshot, "ada")!.Fields["name"]).Clear);
            Assert.Equal("Countess", Find(snapshot, "ada")!.Title);
        }

        var more = await again.ExecuteAsync(Set("ada", "name", "Somebody"), Cancel);
        Assert.Equal("key.destroyed", Assert.IsType<Outcome.Refused>(more).Fault.Code);
    }

    [Fact]
    public async Task A_personal_value_of_somebody_who_becomes_a_person_in_the_same_change_is_sealed()
    {
        const string secret = "A name nobody else has";
        await using (var workspace = await OpenAsync())
        {
            (await workspace.ExecuteAsync(PersonalModel(), Cancel)).OrThrow();
            (await workspace.ExecuteAsync(Create("bo"), Cancel)).OrThrow();
            var since = Validity.Since(Instant.FromUtc(2031, 1, 1, 0, 0));
            (
                await workspace.ExecuteAsync(
                    new(
                        [
                            new GraphCommand.SetLabels(IdOf("bo"), ["human"], since),
                            new GraphCommand.SetField(IdOf("bo"), "name", Value.Of(secret), since),
                        ],
                        ByAda
                    ),
                    Cancel
                )
            ).OrThrow();
            (
                await workspace.ExecuteAsync(
                    new([new GraphCommand.SetField(IdOf("bo"), "name", Value.Of(secret + "?"), since)], ByAda),
                    Cancel
                )
            ).OrThrow();
        }

        Assert.DoesNotContain(secret, Encoding.UTF8.GetString(Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_edited_stays_when_a_source_is_read_again()
    {
        await using var workspace = await OpenAsync();
        await ReconcileAsync(workspace, 1, "Team one");
        (
            await workspace.ExecuteAsync(
                new([new GraphCommand.SetField(Id.Named("hr", "t"), "title", Value.Of("Ours"), Validity.Always)], ByAda),
                Cancel
            )
        ).OrThrow();

        var (outcome, reconciliation) = await ReconcileAsync(workspace, 2, "Team two");

        Assert.IsType<Outcome.Done>(outcome);
        Assert.Contains(reconciliation.KeptEdits, line => line.StartsWith("title of", StringComparison.Ordinal));
        Assert.Equal("Ours", workspace.Read(Ada, When.Now).Find(Id.Named("hr", "t"))!.Title);
        var (repeated, _) = await ReconcileAsync(workspace, 2, "Team two");
        Assert.Equal(1, Assert.IsType<Outcome.Done>(repeated).Events);
        await AssertReplayEqualsLive(workspace);
    }

    private static Task<(Outcome, Reconciliation)> ReconcileAsync(Workspace workspace, int day, string title) =>
        workspace.ReconcileAsync(
            new(
                "hr",
                "hr/teams",
                $"{day}.csv",
                Instant.FromUtc(2024, 1, day, 0, 0),
                $"digest {day}",
                [new StatedEntity("t", "team", "t", Properties.Of(("title", Value.Of(title))))],
                []
            ),
            new("hr", Origin.Import),
            Strictness.AllOrNothing,
            Cancel
        );

    private async Task<Workspace> OpenAsync(IJournal? journal = null) =>
        await Workspace.OpenAsync(
            "test",
            journal ?? OpenJournal(_ring.Open),
            new(_ring.Seal, _ring.Open),
            GraphSnapshot.Empty(_ring.Open),
            _clock,
            Cancel
        );

    private static IAsyncEnumerable<ChangeSet> History(Workspace workspace) =>
        workspace.HistoryAsync(Revision.Start, workspace.Current.At, Cancel);

    private async Task AssertReplayEqualsLive(Workspace workspace)
    {
        var replayed = GraphSnapshot.Empty(_ring.Open);
        await foreach (var change in History(workspace))
            replayed = replayed.Apply(change);
        Assert.Equal(CanonicalText.Of(replayed), CanonicalText.Of(workspace.Current));
    }

    private static Id IdOf(string name) => Id.Named("engine", name);

    private static Entity? Find(Workspace workspace, string name) => Find(workspace.Current, name);

    private static Entity? Find(GraphSnapshot snapshot, string name) =>
        snapshot.Read(SteppingClock.Start, SteppingClock.Start, Mask.Nothing).Find(IdOf(name));

    private static Proposal Create(string name) =>
        new([new GraphCommand.CreateEntity(IdOf(name), ["thing"], null, Properties.None, Validity.Always)], ByAda);

    private static Proposal Set(string name, string field, string text, Value? expected = null) =>
        new([new GraphCommand.SetField(IdOf(name), field, Value.Of(text), Validity.Always, expected)], ByAda);

    private static Proposal Person(string name, string secret) =>
        new(
            [
                new GraphCommand.CreateEntity(
                    IdOf(name),
                    ["human"],
                    name,
                    Properties.Of(("name", Value.Of(secret))),
                    Validity.Always
                ),
            ],
            ByAda
        );

    private static Proposal PersonalModel() =>
        new(
            [
                Model(MetaKinds.Kind, "human"),
                Model(MetaKinds.Field, "name", ("field-kind", Value.Of("text")), ("personal", Value.Of(true))),
                new GraphCommand.Relate(
                    IdOf("has-field"),
                    "has-field",
                    IdOf("human"),
                    IdOf("name"),
                    Properties.None,
                    Validity.Always
                ),
            ],
            ByAda
        );

    private static GraphCommand.CreateEntity Model(string metaKind, string symbol, params (string, Value)[] fields) =>
        new(IdOf(symbol), [metaKind], symbol, Properties.Of([("symbol", Value.Of(symbol)), .. fields]), Validity.Always);

    /// <summary>Commands that cannot even be told.</summary>
    private sealed class Bug : IReadOnlyList<GraphCommand>
    {
        public GraphCommand this[int index] => throw new NotSupportedException();

        public int Count => 1;

        public IEnumerator<GraphCommand> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
