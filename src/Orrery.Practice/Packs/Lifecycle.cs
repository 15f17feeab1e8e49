using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The states things go through, which may follow which, and what entering one asks for. <see cref="GateLaw"/> holds steps to it.</summary>
/// <param name="Field">The field that holds the state.</param>
/// <param name="States">The enumeration whose options are the states; the first is where things begin.</param>
/// <param name="Moves">What may follow a state, in the order of the text. A state without an entry is an end.</param>
/// <param name="Gates">What entering states asks for, in the order of the text.</param>
public sealed record LifecycleDefinition(
    string Symbol,
    string Title,
    string Description,
    string Field,
    string States,
    ImmutableArray<LifecycleMove> Moves,
    ImmutableArray<LifecycleGate> Gates,
    Place Place
);

/// <summary>The states that may follow one.</summary>
public sealed record LifecycleMove(string From, ImmutableArray<string> To);

/// <summary>One line of the checklist that stands before a state.</summary>
/// <param name="State">The state that is entered.</param>
/// <param name="Title">What is asked, in words.</param>
/// <param name="Ask">What answers it.</param>
/// <param name="Unless">The field whose value is a reason to do without, or null.</param>
/// <param name="AfterDays">How long after entering it is asked; null for before.</param>
public sealed record LifecycleGate(string State, string Title, GateAsk Ask, string? Unless, int? AfterDays, Place Place);

/// <summary>What answers a line of a checklist.</summary>
public abstract record GateAsk
{
    private GateAsk() { }

    /// <summary>A field that says something.</summary>
    public sealed record Field(string Symbol) : GateAsk;

    /// <summary>At least one relation of that type, going out or coming in.</summary>
    public sealed record Relation(string Type, Direction Direction) : GateAsk;
}
