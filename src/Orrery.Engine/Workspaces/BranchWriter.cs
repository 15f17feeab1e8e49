using System.Diagnostics;
using System.Threading.Channels;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>
/// The one writer of a branch: decides what waits, in order, appends it with one flush, publishes, answers.
/// While one group is being flushed on a thread of its own the next is decided on top of it, as its proposals come, and is flushed right after;
/// should a flush fail, what was decided meanwhile is decided again on what is durable.
/// How callers and flushes meet is measured by "commits" in bench/.
/// </summary>
internal sealed class BranchWriter
{
    // So many make a flush worth its while.
    private const int Enough = 16;

    private readonly Deciding _deciding;
    private readonly Appending _appending;
    private readonly Followers _followers;
    private readonly Action _wake;
    private readonly Freezer _freezer;
    private readonly OwnThread _flushing;

    // Held while something is decided, laid out anew or taken to be flushed: never during a flush.
    private readonly Lock _turn = new();
    private GraphSnapshot _current;
    private DecidedGroup _next;
    private TaskCompletionSource? _taken;
    private int _decided;
    private bool _isFlushing;
    private bool _wasLone = true;

    /// <param name="start">What is durable.</param>
    /// <param name="deciding">How proposals are decided.</param>
    /// <param name="appending">Where to.</param>
    /// <param name="followers">Who hears of each new revision.</param>
    /// <param name="wake">Gives the writer a turn while nobody writes.</param>
    public BranchWriter(GraphSnapshot start, Deciding deciding, Appending appending, Followers followers, Action wake)
    {
        (_current, _next) = (start, new(start));
        (_deciding, _appending, _followers, _wake) = (deciding, appending, followers, wake);
        _freezer = new(wake);
        _flushing = new("flush", FlushAll);
    }

    /// <summary>The newest durable snapshot.</summary>
    public GraphSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Until nobody can propose anything any more and all of it is durable.</summary>
    public async Task RunAsync(ChannelReader<Pending> waiting)
    {
        await Task.Yield();
        _freezer.StartIfWorthwhile(Current);
        while (await waiting.WaitToReadAsync())
        {
            DecideWhatWaits(waiting);
            await SeeToFlushAsync();
            await RoomAsync();
            _freezer.StartIfWorthwhile(Current);
        }

        _flushing.End();
    }

    private void DecideWhatWaits(ChannelReader<Pending> waiting)
    {
        var hasRoom = true;
        while (hasRoom && waiting.TryRead(out var pending))
        {
            lock (_turn)
            {
                _freezer.InstallIfReady();
                if (!ReferenceEquals(pending, Pending.Nothing))
                    _deciding.Add(_next, pending);
                hasRoom = !_next.IsFull;
                Volatile.Write(ref _decided, _next.Count);
            }
        }
    }

    // A lone change takes no detour over another thread: there is nothing to decide meanwhile.
    private async Task SeeToFlushAsync()
    {
        DecidedGroup? lone = null;
        lock (_turn)
        {
            if (_isFlushing || _next.IsEmpty)
                return;
            _isFlushing = true;
            if (_next.IsLone && _wasLone)
                lone = TakeNext();
            else
                _flushing.Ask();
        }

        if (lone is null)
            return;
        Settle(lone, await _appending.AppendAsync(lone.Changes));
        lock (_turn)
            _isFlushing = false;
    }

    private Task RoomAsync()
    {
        lock (_turn)
            return _next.IsFull ? (_taken ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
    }

    // On the thread for it: until nothing waits. Callers are answered from here in the order in which they came.
    private void FlushAll()
    {
        while (TakeNextOrEnd() is { } group)
        {
            var began = Stopwatch.GetTimestamp();
            var appending = _appending.AppendAsync(group.Changes);
            Task.WaitAny(appending);
            var took = Stopwatch.GetTimestamp() - began;
            Settle(group, appending.GetAwaiter().GetResult());
            Gather(Math.Min(group.Count, Enough), took / 2);
        }

        _wake();
    }

    // Who was answered just now most likely comes again at once: a flush for the first of them would let all others wait for two.
    private void Gather(int some, long atMost)
    {
        var began = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _decided) < some && Stopwatch.GetTimestamp() - began < atMost)
            Thread.SpinWait(32);
    }

    private DecidedGroup? TakeNextOrEnd()
    {
        lock (_turn)
        {
            _isFlushing = !_next.IsEmpty;
            return _isFlushing ? TakeNext() : null;
        }
    }

    private DecidedGroup TakeNext()
    {
        var group = _next.Close();
        _wasLone = group.IsLone;
        _next = new(group.Tip);
        Volatile.Write(ref _decided, 0);
        _taken?.SetResult();
        _taken = null;
        return group;
    }

    private void Settle(DecidedGroup group, Fault? fault)
    {
        if (fault is not null)
        {
            StartAgain();
            group.Refuse(fault);
            return;
        }

        Volatile.Write(ref _current, group.Tip);
        group.Answer();
        if (group.Changes is not [])
            _followers.Tell(group.Tip.At);
    }

    // The memory holds rows that never happened; the next Apply on the durable snapshot leaves them behind.
    private void StartAgain()
    {
        lock (_turn)
        {
            var again = _next;
            _next = new(_current);
            foreach (var pending in again.Waiting)
                _deciding.Add(_next, pending);
        }
    }
}
