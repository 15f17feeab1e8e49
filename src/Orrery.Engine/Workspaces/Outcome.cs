using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>What became of a proposal.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>It is durable. With no events everything was as wished already, and no change set was written.</summary>
    /// <param name="At">The revision at which it holds.</param>
    /// <param name="Events">How many events it took.</param>
    public sealed record Done(Revision At, int Events) : Outcome;

    /// <summary>Nothing happened, for this reason.</summary>
    public sealed record Refused(Fault Fault) : Outcome;

    /// <summary>The revision, or the fault as an exception where it was not expected.</summary>
    public Revision OrThrow() => this is Refused refused ? throw new FaultException(refused.Fault) : ((Done)this).At;
}
