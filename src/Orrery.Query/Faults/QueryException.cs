namespace Orrery.Query;

/// <summary>Carries a <see cref="QueryFault"/> out of the depth of a parser or an evaluation; it never leaves the room.</summary>
internal sealed class QueryException(QueryFault fault) : Exception(fault.Fault.ToString())
{
    /// <summary>The refusal.</summary>
    public QueryFault Fault { get; } = fault;

    /// <summary>The same, where it arose: who computes an expression knows its place, the operation inside does not.</summary>
    public QueryException At(TextSpan place) => new(Fault with { At = place });
}
