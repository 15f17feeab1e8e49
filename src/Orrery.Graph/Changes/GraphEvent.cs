using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>What happened to a graph. Cases and wire names are a storage format (docs/journal.md): add, never rename or reuse.</summary>
/// <remarks>Most cases assert a fact over an interval; the latest assertion that covers an instant holds there.</remarks>
public abstract record GraphEvent
{
    private GraphEvent() { }

    /// <summary>An entity is known from now on, and exists during <paramref name="Exists"/> (<see cref="Validity.Never"/>: spoken of, not yet seen).</summary>
    public sealed record EntityCreated(Id Subject, ImmutableArray<string> Labels, EntityRef? Ref, Validity Exists) : GraphEvent
    {
        /// <inheritdoc/>
        public bool Equals(EntityCreated? other) =>
            other is not null
            && Subject == other.Subject
            && Labels.AsSpan().SequenceEqual(other.Labels.AsSpan())
            && Ref == other.Ref
            && Exists == other.Exists;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Subject, Ref, Exists);
    }

    /// <summary>A directed, typed relation is known from now on. Its ends may be relations.</summary>
    public sealed record RelationCreated(Id Subject, string Type, Id From, Id To, Validity Exists) : GraphEvent;

    /// <summary>An entity or a relation does not exist during that time.</summary>
    public sealed record Retired(Id Subject, Validity During) : GraphEvent;

    /// <summary>An entity or a relation exists during that time (again, or earlier than thought).</summary>
    public sealed record Restored(Id Subject, Validity During) : GraphEvent;

    /// <summary>A field of an entity or a relation has this value during that time; <see cref="Value.Null"/> takes it away.</summary>
    public sealed record FieldSet(Id Subject, string Field, Value Value, Validity During) : GraphEvent;

    /// <summary>An entity has exactly these labels during that time.</summary>
    public sealed record LabelsSet(Id Subject, ImmutableArray<string> Labels, Validity During) : GraphEvent
    {
        /// <inheritdoc/>
        public bool Equals(LabelsSet? other) =>
            other is not null
            && Subject == other.Subject
            && Labels.AsSpan().SequenceEqual(other.Labels.AsSpan())
            && During == other.During;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Subject, During);
    }

    /// <summary>People address the entity so from now on; earlier refs keep leading to it.</summary>
    public sealed record RefGiven(Id Subject, EntityRef Ref) : GraphEvent;

    /// <summary>People address the entity by no ref from now on; earlier refs keep leading to it.</summary>
    public sealed record RefWithdrawn(Id Subject) : GraphEvent;

    /// <summary>The observations of a series field that a change set added count no more.</summary>
    public sealed record SeriesWithdrawn(Id Subject, string Field, Revision Added) : GraphEvent;

    /// <summary>Observations of a series field, in order of time. They live outside the adjacency.</summary>
    public sealed record SeriesAppended(Id Subject, string Field, ImmutableArray<Observation> Points) : GraphEvent
    {
        /// <inheritdoc/>
        public bool Equals(SeriesAppended? other) =>
            other is not null
            && Subject == other.Subject
            && Field == other.Field
            && Points.AsSpan().SequenceEqual(other.Points.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Subject, Field, Points.Length);
    }

    /// <summary>A source was read: what it says holds from that date until its next reading.</summary>
    /// <param name="Source">E.g. <c>kubernetes/sigs</c>.</param>
    /// <param name="File">What was read, as the source names it.</param>
    /// <param name="From">The date from which it holds.</param>
    /// <param name="Digest">SHA-256 of what was read, in hexadecimal.</param>
    public sealed record SourceRead(string Source, string File, Instant From, string Digest) : GraphEvent;

    /// <summary>The key of that subject was destroyed: its personal values can be read no more, anywhere.</summary>
    public sealed record SubjectErased(Id Subject) : GraphEvent;
}

/// <summary>One point of a series.</summary>
/// <param name="At">When it was observed.</param>
/// <param name="Value">In the unit of the field.</param>
public readonly record struct Observation(Instant At, double Value);
