using NodaTime;

namespace Orrery.Graph;

/// <summary>Instants as the store keeps them: 100 ns ticks since 1970, with the two ends of the scale for "always" and "no end known".</summary>
public static class Ticks
{
    /// <summary>Stands for <see cref="Instant.MinValue"/>.</summary>
    public const long Beginning = long.MinValue;

    /// <summary>Stands for <see cref="Instant.MaxValue"/>.</summary>
    public const long End = long.MaxValue;

    /// <summary>The ticks of an instant; finer parts are dropped.</summary>
    public static long Of(Instant instant) =>
        instant == Instant.MinValue ? Beginning
        : instant == Instant.MaxValue ? End
        : instant.ToUnixTimeTicks();

    /// <summary>The instant of these ticks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No calendar reaches that far.</exception>
    public static Instant ToInstant(long ticks) =>
        ticks switch
        {
            Beginning => Instant.MinValue,
            End => Instant.MaxValue,
            _ => Instant.FromUnixTimeTicks(ticks),
        };

    /// <summary>The interval between these ticks.</summary>
    public static Validity ToValidity(long from, long to) => new(ToInstant(from), ToInstant(to));
}
