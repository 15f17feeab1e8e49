using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Through what a procedure or an added function looks at the graph, and what it counts its looks with.</summary>
/// <param name="Reading">Who sees what, when.</param>
/// <param name="Count">Counts so many looks at entities and relations; throws where the query has had as many as it may, or nobody waits any more.</param>
public sealed record Looking(Reading Reading, Action<int> Count);
