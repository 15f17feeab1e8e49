using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The numbers that <c>range()</c> speaks of, without a list of them.</summary>
/// <param name="Start">The first.</param>
/// <param name="Step">From each to the next; not 0.</param>
/// <param name="Count">How many; none where the end lies the other way.</param>
internal readonly record struct NumberRange(long Start, long Step, long Count)
{
    /// <summary>One of the numbers, from 0.</summary>
    public long this[long place] => (long)(Start + ((Int128)place * Step));

    /// <summary>Reads start, end and, when given, step; null where one of them is.</summary>
    /// <exception cref="QueryException">One is no whole number, or the step is 0.</exception>
    public static NumberRange? Of(ReadOnlySpan<Value> given)
    {
        if (!Arguments.Known(given))
            return null;
        var (start, end) = (Bound(given[0]), Bound(given[1]));
        var step = given.Length > 2 ? Bound(given[2]) : 1;
        if (step == 0)
            throw QueryFaults.OutOfRange("range() cannot take steps of 0.", "Give a step above or below 0.");
        if ((step > 0) != (end >= start) && start != end)
            return new(start, step, 0);
        return new(start, step, (long)Int128.Min(((Int128)end - start) / step, long.MaxValue - 1) + 1);
    }

    private static long Bound(Value bound) =>
        bound is Value.Integer { Number: var number } ? number : throw QueryFaults.RangeMisfit(bound);
}
