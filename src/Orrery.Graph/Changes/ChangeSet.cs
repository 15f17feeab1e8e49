using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>What one decision changed, with who, when and why. The journal is a row of these.</summary>
/// <param name="Revision">Its place in the journal.</param>
/// <param name="Recorded">When we learned it, by the server's clock; never before the change set before it.</param>
/// <param name="Cause">Who, why and from where.</param>
/// <param name="Events">What happened, in order; the place of an event is (revision, ordinal).</param>
public sealed record ChangeSet(Revision Revision, Instant Recorded, Cause Cause, ImmutableArray<GraphEvent> Events)
{
    /// <inheritdoc/>
    public bool Equals(ChangeSet? other) =>
        other is not null
        && Revision == other.Revision
        && Recorded == other.Recorded
        && Cause == other.Cause
        && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Revision, Recorded, Cause, Events.Length);
}

/// <summary>Who made a change, why, and through what.</summary>
/// <param name="Actor">The name of a person, or of the source or job that acted.</param>
/// <param name="Origin">Through what it came.</param>
/// <param name="Why">A sentence, or null.</param>
/// <param name="Source">The source that stated it, for imports; else null.</param>
public sealed record Cause(string Actor, Origin Origin, string? Why = null, string? Source = null);

/// <summary>Through what a change came. The names are a storage format.</summary>
public enum Origin
{
    /// <summary>Somebody at a screen.</summary>
    Screen = 1,

    /// <summary>The command line.</summary>
    CommandLine = 2,

    /// <summary>The HTTP interface.</summary>
    Api = 3,

    /// <summary>A source that was read.</summary>
    Import = 4,

    /// <summary>A software agent.</summary>
    Agent = 5,

    /// <summary>A demo script.</summary>
    Demo = 6,

    /// <summary>The product itself (packs, upkeep).</summary>
    Product = 7,
}
