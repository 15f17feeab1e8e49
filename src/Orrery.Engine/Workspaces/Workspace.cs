using System.Threading.Channels;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>One company's graph, open: one writer per branch, any number of readers that never wait.</summary>
public sealed class Workspace : IAsyncDisposable
{
    // Takes some ten milliseconds; more is left to the background, and answers come from what is not laid out yet.
    private const int LaidOutAtOnce = 200_000;

    private readonly IJournal _journal;
    private readonly TimeProvider _clock;
    private readonly Followers _followers = new();

    // Long queries leave half of the processors to everybody else.
    private readonly Questions _questions = new(
        QueryLimits.Usual with
        {
            LongAtOnce = Math.Max(1, Environment.ProcessorCount / 2),
        },
        [.. StandardProcedures.All, .. PracticeLanguage.Procedures],
        PracticeLanguage.Functions,
        Guardrails.People
    );
    private readonly Supposing _supposing = new();
    private readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly BranchWriter _writer;
    private readonly Task _writing;

    private Workspace(
        string name,
        IJournal journal,
        PersonalKeys keys,
        IAttachments files,
        GraphSnapshot current,
        TimeProvider clock
    )
    {
        (Name, _journal, Keys, Files, _clock) = (name, journal, keys, files, clock);
        _writer = new(current, new(keys, clock), new(BranchId.Main, journal), _followers, Wake);
        _writing = _writer.RunAsync(_pending.Reader);
    }

    /// <summary>Lower-case letters, digits and dashes.</summary>
    public string Name { get; }

    /// <summary>The newest durable snapshot.</summary>
    public GraphSnapshot Current => _writer.Current;

    internal PersonalKeys Keys { get; }

    /// <summary>The bytes of its attachments.</summary>
    internal IAttachments Files { get; }

    /// <summary>What "now" means here: a demo's own, or the clock.</summary>
    public Instant Now => Current.Model.Settings.Now ?? Instant.FromDateTimeOffset(_clock.GetUtcNow());

    /// <summary>Opens a workspace whose attachments live in memory.</summary>
    /// <inheritdoc cref="OpenAsync(string, IJournal, PersonalKeys, IAttachments, GraphSnapshot, TimeProvider, CancellationToken)"/>
    public static Task<Workspace> OpenAsync(
        string name,
        IJournal journal,
        PersonalKeys keys,
        GraphSnapshot start,
        TimeProvider clock,
        CancellationToken cancel
    ) => OpenAsync(name, journal, keys, new MemoryAttachments(), start, clock, cancel);

    /// <summary>Opens a workspace from its journal.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="journal">Its journal; closed with the workspace.</param>
    /// <param name="keys">Its key ring.</param>
    /// <param name="files">The bytes of its attachments.</param>
    /// <param name="start">A snapshot to begin from, of a revision the journal holds; usually empty or from a snapshot file.</param>
    /// <param name="clock">The server's clock.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="FaultException">The journal is damaged.</exception>
    /// <remarks>Cost: some hundred nanoseconds an event after <paramref name="start"/>. Laying out much for reading comes afterwards, in the background.</remarks>
    public static async Task<Workspace> OpenAsync(
        string name,
        IJournal journal,
        PersonalKeys keys,
        IAttachments files,
        GraphSnapshot start,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        using var rebuilding = new Rebuilding(start);
        await foreach (var segment in journal.ReadAsync(BranchId.Main, start.At, journal.Head(BranchId.Main), cancel))
            rebuilding.Add(segment);
        var snapshot = rebuilding.Finish();
        if (snapshot.Unfrozen is > 0 and < LaidOutAtOnce)
            snapshot.Freeze()();
        return new(name, journal, keys, files, snapshot, clock);
    }

    /// <summary>What somebody sees at a moment.</summary>
    /// <exception cref="FaultException">Something is supposed that cannot be, or nothing of that revision is written yet.</exception>
    public Reading Read(Viewer viewer, When when)
    {
        var current = Current;
        var snapshot = when.Known switch
        {
            KnownAt.AtRevision at when at.Revision.Value > current.At.Value => throw new FaultException(
                EngineFaults.NotYetWritten(at.Revision, current.At)
            ),
            KnownAt.AtRevision at => current.AsKnownAt(at.Revision),
            KnownAt.AtInstant at => current.AsKnownAt(at.Recorded),
            _ => current,
        };
        if (!when.Supposed.IsEmpty)
            snapshot = _supposing.On(snapshot, when.Supposed, when.Valid ?? Now, MaskOf(viewer));
        return snapshot
            .Read(when.Valid ?? Now, Now, MaskOf(viewer))
            .InWordsOf(viewer.Community ?? Current.Model.Settings.DefaultCommunity);
    }

    /// <summary>Answers a query as somebody sees the graph at a moment. One that writes changes nothing: execute the changes of its answer.</summary>
    /// <param name="question">The query; a prefix clause of its own may move it in time.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="when">The moment.</param>
    /// <param name="cancel">Ends it.</param>
    public QueryOutcome Ask(Question question, Viewer viewer, When when, CancellationToken cancel) =>
        _questions.Ask(question, Read(viewer, when), new(() => Id.New(_clock), Random.Shared), cancel);

    /// <summary>Decides commands against the newest snapshot and makes them durable.</summary>
    /// <param name="proposal">What is wished.</param>
    /// <param name="cancel">Ends the wait; what is already being written is written, what still waits its turn is not.</param>
    /// <returns>After the flush: done, or refused with nothing written.</returns>
    public Task<Outcome> ExecuteAsync(Proposal proposal, CancellationToken cancel) =>
        EnqueueAsync(new(snapshot => Decide(snapshot, proposal), proposal.Cause, proposal.Recorded, cancel));

    /// <summary>What a proposal would come to against a snapshot of this workspace: the rules of the graph, and the gates of its lifecycles. Nothing is written.</summary>
    /// <param name="snapshot">What it is decided against.</param>
    /// <param name="proposal">What is wished.</param>
    public Decision Decide(GraphSnapshot snapshot, Proposal proposal) =>
        Gated(
            snapshot,
            GraphRules.Decide(snapshot, proposal.Commands, MaskOf(new(proposal.Cause.Actor))),
            proposal.Cause,
            proposal.Recorded
        );

    /// <summary>Decides commands that are made from the newest snapshot, when it is their turn: nobody comes between looking and doing.</summary>
    /// <param name="plan">Makes them from a reading of now; a fault it throws refuses.</param>
    /// <param name="cause">Who, and why.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task<Outcome> ExecuteAsync(Func<Reading, IReadOnlyList<GraphCommand>> plan, Cause cause, CancellationToken cancel)
    {
        Viewer viewer = new(cause.Actor);
        return EnqueueAsync(new(Decide, cause, null, cancel));

        Decision Decide(GraphSnapshot snapshot)
        {
            try
            {
                var mask = MaskOf(viewer);
                return Gated(snapshot, GraphRules.Decide(snapshot, plan(snapshot.Read(Now, Now, mask)), mask), cause, null);
            }
            catch (FaultException refused)
            {
                return new Decision.Refused(refused.Fault);
            }
        }
    }

    /// <summary>Takes a change set back, as a new one.</summary>
    public async Task<Outcome> UndoAsync(Revision revision, Cause cause, CancellationToken cancel)
    {
        if (revision <= Revision.Start || revision > Current.At)
            return new Outcome.Refused(Fault.UnknownRevision(revision.Value, Current.At));
        await foreach (var segment in _journal.ReadAsync(BranchId.Main, new(revision.Value - 1), revision, cancel))
            return await EnqueueAsync(
                new(snapshot => GraphRules.Undo(snapshot, segment[0], MaskOf(new(cause.Actor))), cause, null, cancel)
            );
        return new Outcome.Refused(Fault.UnknownRevision(revision.Value, Current.At));
    }

    /// <summary>Takes over what a source states. A repeated statement writes nothing but that the source was read.</summary>
    /// <param name="statement">What it states.</param>
    /// <param name="cause">Who reads it.</param>
    /// <param name="strictness">What becomes of it when a part breaks a rule.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The outcome, and what was left out or kept as people set it.</returns>
    public async Task<(Outcome Outcome, Reconciliation Reconciliation)> ReconcileAsync(
        Statement statement,
        Cause cause,
        Strictness strictness,
        CancellationToken cancel
    )
    {
        Takeover? takeover = null;
        Decision Decide(GraphSnapshot snapshot) => (takeover = GraphRules.TakeOver(snapshot, statement, strictness)).Decision;

        var outcome = await EnqueueAsync(new(Decide, cause with { Source = statement.Source }, null, cancel));
        return (outcome, takeover?.Reconciliation ?? GraphRules.Reconcile(Current, statement));
    }

    /// <summary>The change sets after one revision up to another, oldest first.</summary>
    public async IAsyncEnumerable<ChangeSet> HistoryAsync(
        Revision after,
        Revision upTo,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var segment in _journal.ReadAsync(BranchId.Main, after, upTo, cancel))
        {
            foreach (var change in segment)
                yield return change;
        }
    }

    /// <summary>Each new revision as it becomes durable; a slow follower hears of the newest only.</summary>
    public IAsyncEnumerable<Revision> FollowAsync(CancellationToken cancel) => _followers.FollowAsync(cancel);

    /// <summary>Finishes what is being written and closes the journal.</summary>
    public async ValueTask DisposeAsync()
    {
        var isFirst = _pending.Writer.TryComplete();
        await _writing;
        _followers.Complete();
        if (isFirst)
            await _journal.DisposeAsync();
    }

    // What somebody wishes here and now must pass the gates; history that is told afterwards, and what a source or the product itself
    // brings, happened elsewhere and is not asked again.
    private Decision Gated(GraphSnapshot snapshot, Decision decision, Cause cause, Instant? recorded) =>
        decision is Decision.Accepted accepted
        && recorded is null
        && cause.Origin is not (Origin.Import or Origin.Demo or Origin.Product)
        && GateLaw.Check(snapshot, accepted.Events, Now, cause.Why, MaskOf(new(cause.Actor))) is { } fault
            ? fault
            : decision;

    // The writer, should it be idle, sees to what waits for its turn.
    private void Wake() => _pending.Writer.TryWrite(Pending.Nothing);

    private async Task<Outcome> EnqueueAsync(Pending pending)
    {
        if (!_pending.Writer.TryWrite(pending))
            return new Outcome.Refused(EngineFaults.Closed(Name));
        return await pending.Outcome.Task.WaitAsync(pending.Cancel);
    }

    private static Mask MaskOf(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return Mask.Nothing;
    }
}
