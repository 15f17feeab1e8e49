using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>Which horizon a length of time belongs to (domain catalogue 2.2: geometric midpoints).</summary>
public static class HorizonBuckets
{
    // "Up to 316 days, up to 2000 days": the ends of quarters and of years belong to them.
    private const int FirstInclusive = 4;

    /// <summary>The number of the horizon, from 0, hours, to 6, decades.</summary>
    /// <param name="days">The length; what is below 0 counts as 0.</param>
    /// <param name="ends">Where hours, days, weeks, months, quarters and years end, ascending. The last two include their day.</param>
    public static int Of(double days, ImmutableArray<double> ends)
    {
        for (var i = 0; i < ends.Length; i++)
        {
            if (days < ends[i] || (i >= FirstInclusive && days <= ends[i]))
                return i;
        }

        return ends.Length;
    }
}
