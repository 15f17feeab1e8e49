using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>The moment a reading is of.</summary>
/// <param name="Valid">When in the world; null for now.</param>
/// <param name="Known">As known when; null for as we know it now.</param>
public sealed record When(Instant? Valid, KnownAt? Known)
{
    /// <summary>How it is, as we know it now.</summary>
    public static readonly When Now = new(null, null);

    /// <summary>What is supposed from the start of that day on, sentence by sentence, and never written down (docs/what-if.md).</summary>
    public ImmutableArray<string> Supposed { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(When? other) =>
        other is not null
        && Valid == other.Valid
        && Equals(Known, other.Known)
        && Supposed.AsSpan().SequenceEqual(other.Supposed.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Valid, Known, Supposed.Length);
}

/// <summary>Up to where the journal is read.</summary>
public abstract record KnownAt
{
    private KnownAt() { }

    /// <summary>Up to a revision.</summary>
    public sealed record AtRevision(Revision Revision) : KnownAt;

    /// <summary>Up to what was recorded by an instant.</summary>
    public sealed record AtInstant(Instant Recorded) : KnownAt;
}
