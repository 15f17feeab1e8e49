namespace Orrery.Query;

/// <summary>Carries a <see cref="QueryFault"/> out of the depth of a parser or an evaluation; it never leaves the room.</summary>
internal sealed class QueryException(QueryFault fault) : Exception(fault.Fault.ToString())
{
    /// <summary>The refusal.</summary>
    public QueryFault Fault { get; } = fault;
}
