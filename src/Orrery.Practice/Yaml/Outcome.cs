using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What reading a text gave: the thing, or everything that is wrong with the text.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>The text says this.</summary>
    public sealed record Good(T Value) : Outcome<T>;

    /// <summary>The text says nothing usable; at least one fault, in order of lines.</summary>
    public sealed record Refused(ImmutableArray<Fault> Faults) : Outcome<T>;

    /// <summary>The thing.</summary>
    /// <exception cref="FaultException">There is none: carries the first fault.</exception>
    public T OrThrow() =>
        this switch
        {
            Good good => good.Value,
            Refused refused => throw new FaultException(refused.Faults[0]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
