using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>A wish. <c>GraphRules.Decide</c> says what it would do, or why not.</summary>
public abstract record GraphCommand
{
    private GraphCommand() { }

    /// <summary>Makes an entity known. In an enforced workspace it has exactly one label, a known kind.</summary>
    /// <param name="Subject">Its id, new.</param>
    /// <param name="Labels">Its kind; any labels in an open workspace.</param>
    /// <param name="Key">The key of its ref, or null to take none.</param>
    /// <param name="Fields">First values, valid over <paramref name="Exists"/>.</param>
    /// <param name="Exists">When it exists; usually since now.</param>
    public sealed record CreateEntity(
        Id Subject,
        ImmutableArray<string> Labels,
        string? Key,
        ImmutableSortedDictionary<string, Value> Fields,
        Validity Exists
    ) : GraphCommand;

    /// <summary>Makes a relation known between two known things.</summary>
    public sealed record Relate(
        Id Subject,
        string Type,
        Id From,
        Id To,
        ImmutableSortedDictionary<string, Value> Fields,
        Validity Exists
    ) : GraphCommand
    {
        /// <summary>When its ends must exist.</summary>
        public EndsOf Ends { get; init; } = EndsOf.ThatTime;
    }

    /// <summary>Gives a field a value during that time; null takes it away.</summary>
    /// <param name="Subject">An entity or a relation.</param>
    /// <param name="Field">The field's symbol.</param>
    /// <param name="Value">The new value.</param>
    /// <param name="During">Usually since now.</param>
    /// <param name="Expected">What the asker saw at the start of <paramref name="During"/>; null not to mind. Another value there now is a fault.</param>
    public sealed record SetField(Id Subject, string Field, Value Value, Validity During, Value? Expected = null) : GraphCommand;

    /// <summary>Gives an entity another kind (other labels), keeping everything else.</summary>
    public sealed record SetLabels(Id Subject, ImmutableArray<string> Labels, Validity During) : GraphCommand;

    /// <summary>Gives an entity another ref; the old one keeps leading to it.</summary>
    public sealed record GiveRef(Id Subject, string Key) : GraphCommand;

    /// <summary>Says that an entity or a relation does not exist during that time.</summary>
    public sealed record Retire(Id Subject, Validity During) : GraphCommand;

    /// <summary>Says that an entity or a relation exists during that time.</summary>
    public sealed record Restore(Id Subject, Validity During) : GraphCommand;

    /// <summary>Adds observations to a series field.</summary>
    public sealed record AppendSeries(Id Subject, string Field, ImmutableArray<Observation> Points) : GraphCommand;

    /// <summary>Notes that a source was read.</summary>
    public sealed record NoteSourceRead(string Source, string File, Instant From, string Digest) : GraphCommand;

    /// <summary>Notes that a subject's key was destroyed.</summary>
    public sealed record NoteErasure(Id Subject) : GraphCommand;
}

/// <summary>When the ends of a new relation must exist.</summary>
public enum EndsOf
{
    /// <summary>At some time at which the relation is to hold: else it could never be seen.</summary>
    ThatTime,

    /// <summary>They may come, or have gone: a source states what it states, and the relation waits for them.</summary>
    Whenever,
}
