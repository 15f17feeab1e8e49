using System.Diagnostics;

namespace Orrery.Query;

/// <summary>Counts what a query takes, and ends it at a limit or when nobody waits any more.</summary>
internal sealed class Meter(QueryLimits limits, CancellationToken cancel)
{
    private const int BetweenChecks = 4_096;

    private readonly long _until = Stopwatch.GetTimestamp() + (long)(limits.Time.TotalSeconds * Stopwatch.Frequency);
    private long _looks;
    private long _nextCheck = BetweenChecks;
    private long _bytes;

    /// <summary>How many entities and relations were looked at.</summary>
    public long Looks => _looks;

    public QueryLimits Limits => limits;

    /// <summary>Counts one look at an entity or a relation.</summary>
    public void Look()
    {
        if (++_looks >= _nextCheck)
            Check();
    }

    /// <summary>Counts several looks.</summary>
    public void Look(int many)
    {
        _looks += many;
        if (_looks >= _nextCheck)
            Check();
    }

    /// <summary>Counts a row that is kept: sorted, grouped, collected.</summary>
    /// <param name="cells">How many cells it has.</param>
    public void Keep(int cells) => KeepBytes(48 + (16L * cells));

    /// <summary>Counts memory that is kept.</summary>
    public void KeepBytes(long bytes)
    {
        _bytes += bytes;
        if (_bytes > limits.Bytes)
            throw QueryFaults.MemoryLimit(limits.Bytes);
        Look();
    }

    private void Check()
    {
        _nextCheck = _looks + BetweenChecks;
        cancel.ThrowIfCancellationRequested();
        if (_looks > limits.Looks)
            throw QueryFaults.LooksLimit(limits.Looks);
        if (Stopwatch.GetTimestamp() > _until)
            throw QueryFaults.TimeLimit(limits.Time);
    }
}
