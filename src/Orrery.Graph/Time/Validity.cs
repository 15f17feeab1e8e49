using NodaTime;

namespace Orrery.Graph;

/// <summary>When a fact is true in the world: from <see cref="From"/> up to, not including, <see cref="To"/>.</summary>
/// <param name="From"><see cref="Instant.MinValue"/> when it always was.</param>
/// <param name="To"><see cref="Instant.MaxValue"/> when no end is known.</param>
/// <remarks>Kept to a ten-millionth of a second (100 ns ticks); finer parts are dropped.</remarks>
public readonly record struct Validity(Instant From, Instant To)
{
    /// <summary>At every instant: how kinds and packs hold.</summary>
    public static readonly Validity Always = new(Instant.MinValue, Instant.MaxValue);

    /// <summary>At no instant.</summary>
    public static readonly Validity Never;

    /// <summary>From this instant on.</summary>
    public static Validity Since(Instant from) => new(from, Instant.MaxValue);

    /// <summary>No instant lies in it.</summary>
    public bool IsEmpty => From >= To;

    /// <summary>Whether it holds at that instant.</summary>
    public bool Contains(Instant at) => From <= at && at < To;

    /// <summary>What both cover; empty when they do not meet.</summary>
    public Validity Intersect(Validity other) => new(Instant.Max(From, other.From), Instant.Min(To, other.To));

    /// <summary>Whether some instant lies in both.</summary>
    public bool Overlaps(Validity other) => !Intersect(other).IsEmpty;

    /// <summary>ISO 8601 interval, open ends as <c>..</c></summary>
    public override string ToString() =>
        $"{(From == Instant.MinValue ? ".." : From.ToString())}/{(To == Instant.MaxValue ? ".." : To.ToString())}";
}
