using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>One thing that entering a state asks for, and what was found of it.</summary>
/// <param name="State">The state whose line it is: the one that is entered, or one that lies before it on the way.</param>
/// <param name="Title">What is asked, in words.</param>
/// <param name="Ask">What answers it.</param>
/// <param name="Unless">The field whose value is a reason to do without; null when there is no way around.</param>
/// <param name="Found">What was found.</param>
public sealed record Demand(string State, string Title, GateAsk Ask, string? Unless, Finding Found)
{
    /// <summary>Whether it stands in the way.</summary>
    public bool IsOpen => Found is Finding.Missing;
}

/// <summary>What was found of a line of a checklist.</summary>
public abstract record Finding
{
    private Finding() { }

    /// <summary>The field says something.</summary>
    public sealed record Said(Value Value) : Finding;

    /// <summary>There are such relations.</summary>
    /// <param name="Relations">Their ids, at least one.</param>
    public sealed record Linked(ImmutableArray<Id> Relations) : Finding;

    /// <summary>There is none, for this reason: the value of the field that excuses it.</summary>
    public sealed record Waived(Value Reason) : Finding;

    /// <summary>Nothing was found.</summary>
    public sealed record Missing : Finding;
}
