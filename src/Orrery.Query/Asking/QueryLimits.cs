namespace Orrery.Query;

/// <summary>How much one query may take. Reaching one is a fault that says which, and how to narrow the question.</summary>
/// <param name="Rows">The most rows in an answer, and the most that a query writes for.</param>
/// <param name="Looks">The most entities and relations looked at.</param>
/// <param name="Bytes">The most memory for rows and values that are kept (sorted, grouped, collected, put into lists), in bytes, by estimate.</param>
/// <param name="Time">The longest it may run.</param>
public sealed record QueryLimits(long Rows, long Looks, long Bytes, TimeSpan Time)
{
    /// <summary>After which time a query is a long one: from then on it needs one of few places.</summary>
    public TimeSpan LongAfter { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How many long queries of a workspace run at once; the others wait, as long as one may run.</summary>
    public int LongAtOnce { get; init; } = 1;

    /// <summary>For people at a screen: 100 thousand rows, 200 million looks, 128 MB, 20 seconds.</summary>
    public static readonly QueryLimits Usual = new(100_000, 200_000_000, 128L << 20, TimeSpan.FromSeconds(20));
}
