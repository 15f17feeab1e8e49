using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>A whole query as written: an optional prefix that says when, an optional EXPLAIN or PROFILE, and the query.</summary>
/// <param name="When">The moment it is asked of.</param>
/// <param name="Wanted">The answer, or how it would be found.</param>
/// <param name="Query">The query itself.</param>
internal sealed record QueryTree(WhenPrefix When, WantedAnswer Wanted, RegularQuery Query);

/// <summary>The prefix clauses <c>VALID AT moment</c>, <c>VALID AT ANY</c> and <c>KNOWN AT moment</c>; null where left out.</summary>
/// <param name="Valid">When in the world: a date, a date and time, or a text of one.</param>
/// <param name="IsAnyTime">Whatever held at any time.</param>
/// <param name="Known">As known when: a moment or the number of a revision.</param>
internal sealed record WhenPrefix(Expression? Valid, bool IsAnyTime, Expression? Known)
{
    /// <summary>As the reading has it.</summary>
    public static readonly WhenPrefix None = new(null, false, null);
}

/// <summary>What is wanted of a query.</summary>
internal enum WantedAnswer
{
    /// <summary>Its rows.</summary>
    Rows,

    /// <summary>EXPLAIN: the plan, without running it.</summary>
    Plan,

    /// <summary>PROFILE: the plan with the rows and looks of each step, after running it.</summary>
    Profile,
}

/// <summary>Queries joined by UNION.</summary>
/// <param name="Parts">At least one.</param>
/// <param name="IsAll">For each UNION but the first part whether it keeps equal rows: one fewer than parts.</param>
internal sealed record RegularQuery(ImmutableArray<SingleQuery> Parts, ImmutableArray<bool> IsAll);

/// <summary>Clauses, first to last.</summary>
internal sealed record SingleQuery(TextSpan At, ImmutableArray<Clause> Clauses);
