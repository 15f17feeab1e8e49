using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Counts what a query takes, and ends it at a limit or when nobody waits any more.</summary>
internal sealed class Meter(QueryLimits limits, LongQueries longOnes, CancellationToken cancel)
{
    /// <summary>What a value counts for in a list or a map beside what it holds, in bytes.</summary>
    /// <remarks>32 that it takes; the others for what so many small objects cost all who wait while memory is gone through (docs/performance.md).</remarks>
    public const long SmallObject = 128;

    /// <summary>What a row counts for beside the rest, in bytes, where a cell holds an object and the row is of no answer: there may be more of them than anybody reads.</summary>
    public const long RowOfObjects = 192;

    private const int BetweenChecks = 4_096;
    private const long BytesBetweenChecks = 4 << 20;
    private const long MiddlingInBytes = 16 << 10;

    private const long RowBytes = 64;
    private const long LargeInBytes = 256 << 10;

    private readonly long _began = Stopwatch.GetTimestamp();
    private TimeSpan _waited;
    private bool _isLong;
    private long _looks;
    private long _nextCheck = BetweenChecks;
    private long _bytes;
    private long _handled;

    /// <summary>How many entities and relations were looked at.</summary>
    public long Looks => _looks;

    public QueryLimits Limits => limits;

    /// <summary>The query has ended.</summary>
    public void Close()
    {
        if (_isLong)
            longOnes.Leave();
        _isLong = false;
    }

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

    /// <summary>Counts a row that is kept, with what its values hold.</summary>
    public void Keep(ReadOnlySpan<Cell> row) => KeepBytes(BytesOf(row));

    /// <summary>Counts a row that is told apart from others.</summary>
    public void KeepApart(ReadOnlySpan<Cell> row)
    {
        var (held, many) = (0L, 0);
        foreach (ref readonly var cell in row)
        {
            if (cell.Object is not { } value)
                continue;
            held += 64 + Held(value);
            many++;
        }

        KeepBytes(RowBytes + (16L * row.Length) + held + (many > 0 ? RowOfObjects : 0));
    }

    /// <summary>What a kept row counts for, in bytes.</summary>
    public static long BytesOf(ReadOnlySpan<Cell> row)
    {
        var held = 0L;
        foreach (ref readonly var cell in row)
            held += cell.Object is { } value ? BytesOf(value) : 0;
        return RowBytes + (16L * row.Length) + held;
    }

    /// <summary>What a kept value counts for, with all that it holds, in bytes.</summary>
    public static long BytesOf(Value value) => 32 + Held(value);

    /// <summary>What a value counts for in a list, with all that it holds, in bytes.</summary>
    public static long BytesOfItem(Value item) => SmallObject + Held(item);

    /// <summary>Counts a value that was made, where it is so large that a few of them matter before anybody keeps them.</summary>
    public void Made(Value value)
    {
        if (Weight(value) is > LargeInBytes and var bytes)
            KeepBytes(bytes);
    }

    /// <summary>Counts a list or a map that is put together item by item.</summary>
    public Building Build() => new(this);

    /// <summary>Counts two values of which one list is made: it grows by the smaller, and may do so again and again.</summary>
    public void Join(Value left, Value right)
    {
        Lists.CheckDepth(left is Value.List ? right : left);
        var (a, b) = (BytesOf(left), BytesOf(right));
        HasRoom(a + b);
        if (Math.Min(a, b) is > MiddlingInBytes and var bytes)
            KeepBytes(bytes);
    }

    // What it takes itself, without what its items hold.
    private static long Weight(Value value) =>
        value switch
        {
            Value.List list => 32L * list.Items.Length,
            Value.Text text => 24 + (2L * text.Characters.Length),
            Value.Map map => 64L * map.Entries.Count,
            Value.Path path => 16L * path.Steps.Length,
            _ => 0,
        };

    // With what its items hold. It is counted as it is gone through, so that the limit bounds this too.
    private static long Held(Value value)
    {
        var bytes = 0L;
        if (value is Value.List list)
        {
            foreach (var item in list.Items)
                bytes += BytesOfItem(item);
        }
        else if (value is Value.Map map)
        {
            foreach (var (_, item) in map.Entries)
                bytes += 64 + BytesOfItem(item);
        }
        else
            bytes = Weight(value);
        return bytes;
    }

    /// <summary>Counts memory that is kept.</summary>
    public void KeepBytes(long bytes)
    {
        HasRoom(bytes);
        _bytes += bytes;
        Look();
    }

    /// <summary>Ends the query where so much more would be too much, before it is made.</summary>
    public void HasRoom(long bytes)
    {
        if (_bytes + bytes > limits.Bytes)
            throw QueryFaults.MemoryLimit(limits.Bytes);
    }

    /// <summary>Counts memory that was kept and is no more.</summary>
    public void Forget(long bytes) => _bytes -= bytes;

    /// <summary>Counts a value that is gone through from end to end, which takes time where it is long.</summary>
    public void Handle(Value value)
    {
        _handled += 16 + Weight(value);
        if (_handled >= BytesBetweenChecks)
            Check();
    }

    /// <summary>Counts a comparison of two rows that are put in order.</summary>
    public void Compare()
    {
        _handled += 256;
        if (_handled >= BytesBetweenChecks)
            Check();
    }

    private void Check()
    {
        _handled = 0;
        _nextCheck = _looks + BetweenChecks;
        cancel.ThrowIfCancellationRequested();
        if (_looks > limits.Looks)
            throw QueryFaults.LooksLimit(limits.Looks);
        var ran = Stopwatch.GetElapsedTime(_began) - _waited;
        if (ran > limits.Time)
            throw QueryFaults.TimeLimit(limits.Time);
        if (ran > limits.LongAfter && !_isLong)
            TakePlace(ran);
    }

    private void TakePlace(TimeSpan ran)
    {
        longOnes.Enter(limits.Time, cancel);
        _isLong = true;
        _waited = Stopwatch.GetElapsedTime(_began) - ran;
    }

    /// <summary>What is put together item by item counts as it grows large; once it is whole, whoever keeps it counts it.</summary>
    public struct Building(Meter meter)
    {
        private long _counted;
        private long _pending;

        /// <summary>Counts one more item.</summary>
        /// <exception cref="QueryException">It lies too deep, or takes too much.</exception>
        public void Add(Value item)
        {
            Lists.CheckDepth(item);
            _pending += BytesOfItem(item);
            if (_pending <= LargeInBytes)
                return;
            meter.KeepBytes(_pending);
            _counted += _pending;
            _pending = 0;
        }

        /// <summary>It is whole, and from now on one value like any other.</summary>
        public readonly Cell End(Value whole)
        {
            meter.Forget(_counted);
            meter.Made(whole);
            return Cell.OfPlain(whole);
        }
    }
}
