using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>The levers from data over insight to action (domain catalogue 2.6). The weakest is named; they are never averaged.</summary>
/// <param name="Weakest">Those with the lowest degree, in the order of the levers; none where nobody said any.</param>
/// <param name="Unsaid">Those of which nobody said any.</param>
public sealed record SixLevers(ImmutableArray<string> Weakest, ImmutableArray<string> Unsaid)
{
    /// <summary>Reads degrees.</summary>
    /// <param name="levers">All levers, in order.</param>
    /// <param name="degrees">How confident people are of each that was said, larger for more.</param>
    public static SixLevers Of(ImmutableArray<string> levers, IReadOnlyDictionary<string, int> degrees)
    {
        var said = levers.Where(degrees.ContainsKey).ToArray();
        var lowest = said.Select(lever => degrees[lever]).DefaultIfEmpty().Min();
        return new([.. said.Where(lever => degrees[lever] == lowest)], [.. levers.Except(said)]);
    }
}
