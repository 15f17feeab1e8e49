using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>What <c>GraphRules.Decide</c> answers: events to record, or a refusal.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>These events follow; none when everything already is as wished.</summary>
    public sealed record Accepted(ImmutableArray<GraphEvent> Events) : Decision;

    /// <summary>Nothing happens, for this reason.</summary>
    public sealed record Refused(Fault Fault) : Decision;

    /// <summary>A fault is a refusal.</summary>
    public static implicit operator Decision(Fault fault) => new Refused(fault);
}
