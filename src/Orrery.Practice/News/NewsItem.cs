using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What became of one thing between two moments.</summary>
public abstract record NewsItem
{
    private NewsItem() { }

    /// <summary>The thing it is about.</summary>
    public abstract Entity Entity { get; }

    /// <summary>How much it matters; larger comes first. Only for the order of one list: never shown.</summary>
    public required double Consequence { get; init; }

    /// <summary>When it came about, as far as is known.</summary>
    public required Instant When { get; init; }

    /// <summary>The change set that says so, or null.</summary>
    public required Revision? Revision { get; init; }

    /// <summary>It is new.</summary>
    public sealed record Came(Entity Thing) : NewsItem
    {
        /// <inheritdoc/>
        public override Entity Entity => Thing;
    }

    /// <summary>It is gone.</summary>
    public sealed record Went(Entity Thing) : NewsItem
    {
        /// <inheritdoc/>
        public override Entity Entity => Thing;
    }

    /// <summary>Some of its fields, or its kind, are others now.</summary>
    public sealed record Moved(Entity Thing, ImmutableArray<Difference> Changes) : NewsItem
    {
        /// <inheritdoc/>
        public override Entity Entity => Thing;
    }

    /// <summary>It is joined to others that it was not joined to, or no longer is.</summary>
    /// <param name="Thing">Where the relations start.</param>
    /// <param name="Type">Their type.</param>
    /// <param name="HasEnded">They ended; else they are new.</param>
    /// <param name="Relations">At least one.</param>
    public sealed record Joined(Entity Thing, string Type, bool HasEnded, ImmutableArray<Relation> Relations) : NewsItem
    {
        /// <inheritdoc/>
        public override Entity Entity => Thing;
    }
}
