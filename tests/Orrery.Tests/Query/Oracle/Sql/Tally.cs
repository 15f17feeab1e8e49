namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>How many queries were said in SQL, and why others were not.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _without = new(StringComparer.Ordinal);
    private int _translated;

    private int All => _translated + _without.Values.Sum();

    /// <summary>Of all queries, from 0 to 1.</summary>
    public double Share => _translated / (double)Math.Max(1, All);

    /// <param name="reason">Why there is no translation; null for one that was compared.</param>
    public void Count(string? reason)
    {
        if (reason is null)
            _translated++;
        else
            _without[reason] = _without.GetValueOrDefault(reason) + 1;
    }

    public override string ToString() =>
        $"SQL twin: {_translated:N0} of {All:N0} comparisons ({Share:P1}); "
        + string.Join("; ", _without.OrderByDescending(reason => reason.Value).Select(reason => $"{reason.Value} {reason.Key}"));
}
