using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Who recorded something lately: people, and sources that were read.</summary>
internal static class HistoryPeople
{
    private const int MostLookedAt = 20_000;
    private const int Most = 60;

    /// <summary>Those who recorded most, by name.</summary>
    public static ImmutableArray<string> Of(GraphSnapshot snapshot)
    {
        var last = snapshot.At.Value;
        return
        [
            .. Enumerable
                .Range(0, (int)Math.Min(last, MostLookedAt))
                .Select(back => snapshot.CauseOf(new(last - back)).Cause)
                .Select(cause => cause.Source ?? cause.Actor)
                .CountBy(name => name, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(person => person.Value)
                .Take(Most)
                .Select(person => person.Key)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }
}
