using NodaTime;

namespace Orrery.Graph;

/// <summary>Instants as the store keeps them: 100 ns ticks since 1970, with the two ends of the scale for "always" and "no end known".</summary>
internal static class Ticks
{
    public const long Beginning = long.MinValue;
    public const long End = long.MaxValue;

    public static long Of(Instant instant) =>
        instant == Instant.MinValue ? Beginning
        : instant == Instant.MaxValue ? End
        : instant.ToUnixTimeTicks();

    public static Instant ToInstant(long ticks) =>
        ticks switch
        {
            Beginning => Instant.MinValue,
            End => Instant.MaxValue,
            _ => Instant.FromUnixTimeTicks(ticks),
        };

    public static Validity ToValidity(long from, long to) => new(ToInstant(from), ToInstant(to));
}
