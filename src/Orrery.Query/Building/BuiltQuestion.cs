using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Query;

/// <summary>A question put together of choices, without a language: what <see cref="BuiltText"/> writes as openCypher and reads back.</summary>
/// <param name="Start">What is asked about. Its things are number 0.</param>
/// <param name="Steps">What they are linked to; the things of the first step are number 1, and so on.</param>
/// <param name="Absences">What they are linked to none of.</param>
/// <param name="Wanted">What is wanted of them.</param>
/// <param name="First">How many lines at most, or null for all.</param>
/// <param name="On">The day it is asked of, or null for the moment of whoever asks.</param>
public sealed record BuiltQuestion(
    BuiltThing Start,
    ImmutableArray<BuiltStep> Steps,
    ImmutableArray<BuiltStep> Absences,
    Wanted Wanted,
    int? First,
    LocalDate? On
)
{
    /// <summary>All things of a kind.</summary>
    public static BuiltQuestion All(string kind) => new(new(kind, []), [], [], Wanted.Things.Plain, null, null);

    /// <summary>The things of a number: 0 is the start, then those of the steps.</summary>
    public BuiltThing Thing(int number) => number == 0 ? Start : Steps[number - 1].To;

    /// <inheritdoc/>
    public bool Equals(BuiltQuestion? other) =>
        other is not null
        && Start == other.Start
        && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan())
        && Absences.AsSpan().SequenceEqual(other.Absences.AsSpan())
        && Wanted == other.Wanted
        && First == other.First
        && On == other.On;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, Steps.Length, Absences.Length, Wanted, First, On);
}

/// <summary>Things, narrowed.</summary>
/// <param name="Kind">The symbol of their kind, or of one it descends from; null for anything.</param>
/// <param name="Conditions">All of them hold.</param>
public sealed record BuiltThing(string? Kind, ImmutableArray<Condition> Conditions)
{
    /// <inheritdoc/>
    public bool Equals(BuiltThing? other) =>
        other is not null && Kind == other.Kind && Conditions.AsSpan().SequenceEqual(other.Conditions.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Conditions.Length);
}

/// <summary>A link to other things.</summary>
/// <param name="From">The number of the things it leaves; smaller than its own.</param>
/// <param name="Way">How it is followed.</param>
/// <param name="To">Where it leads.</param>
public sealed record BuiltStep(int From, Way Way, BuiltThing To);

/// <summary>How a relation is followed.</summary>
/// <param name="Type">The symbol of its type.</param>
/// <param name="Toward">Which way.</param>
/// <param name="Length">How far.</param>
public sealed record Way(string Type, Toward Toward, WayLength Length);

/// <summary>Which way a relation is followed.</summary>
public enum Toward
{
    /// <summary>From its start to its end: "contributes to".</summary>
    End,

    /// <summary>From its end to its start: "is served by".</summary>
    Start,

    /// <summary>Whichever way it was told.</summary>
    Either,
}

/// <summary>How far a relation is followed.</summary>
public enum WayLength
{
    /// <summary>One relation.</summary>
    Directly,

    /// <summary>One or more of them, one behind the other.</summary>
    AnyDistance,
}
