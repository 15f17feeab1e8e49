using System.Diagnostics;

namespace Orrery.Query;

/// <summary>Lets few long queries run at once, so that short ones and readers always find a processor: a query that turns out to be long takes a place, or waits for one.</summary>
/// <param name="places">How many run at once.</param>
internal sealed class LongQueries(int places)
{
    private const int MostWaiting = 8;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Lock _turn = new();
    private int _running;
    private int _waiting;

    /// <summary>Takes a place, as soon as there is one.</summary>
    /// <exception cref="QueryException">Too many wait already, or it took too long.</exception>
    public void Enter(TimeSpan patience, CancellationToken cancel)
    {
        if (TryEnter())
            return;
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw QueryFaults.Busy(places);
        }

        try
        {
            var began = Stopwatch.GetTimestamp();
            while (!TryEnter())
            {
                if (cancel.WaitHandle.WaitOne(Look))
                    cancel.ThrowIfCancellationRequested();
                if (Stopwatch.GetElapsedTime(began) > patience)
                    throw QueryFaults.Busy(places);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave()
    {
        lock (_turn)
            _running--;
    }

    private bool TryEnter()
    {
        lock (_turn)
        {
            if (_running >= places)
                return false;
            _running++;
            return true;
        }
    }
}
