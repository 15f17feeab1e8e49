using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>One path of a pattern: a node, then relation and node by turns.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Variable">The name of the path, or null.</param>
/// <param name="Search">All paths, or the shortest.</param>
/// <param name="Start">The first node.</param>
/// <param name="Steps">From left to right; empty for a single node.</param>
internal sealed record PatternPart(
    TextSpan At,
    string? Variable,
    PathSearch Search,
    NodePattern Start,
    ImmutableArray<PatternStep> Steps
);

/// <summary>A relation and the node behind it.</summary>
internal sealed record PatternStep(RelationPattern Relation, NodePattern Node);

/// <summary><c>(name:Label {key: value} WHERE condition)</c></summary>
/// <param name="At">Where it stands.</param>
/// <param name="Variable">Its name, or null.</param>
/// <param name="Labels">All of them must be there.</param>
/// <param name="Properties">A map or a parameter, or null.</param>
internal sealed record NodePattern(TextSpan At, string? Variable, ImmutableArray<Name> Labels, Expression? Properties);

/// <summary><c>-[name:A|B*1..3 {key: value}]-></c></summary>
/// <param name="At">Where it stands.</param>
/// <param name="Variable">Its name, or null.</param>
/// <param name="Types">Any of them; empty for every type.</param>
/// <param name="Direction">Which way the arrow points.</param>
/// <param name="Hops">For a path of any number of relations; null for exactly one that is not a list.</param>
/// <param name="Properties">A map or a parameter, or null.</param>
internal sealed record RelationPattern(
    TextSpan At,
    string? Variable,
    ImmutableArray<Name> Types,
    ArrowDirection Direction,
    HopRange? Hops,
    Expression? Properties
);

/// <summary>How many relations; an end left out is null (from 1, without an end).</summary>
internal sealed record HopRange(TextSpan At, long? Fewest, long? Most);

/// <summary>Which way an arrow points.</summary>
internal enum ArrowDirection
{
    /// <summary><c>--></c></summary>
    Right,

    /// <summary><c>&lt;--</c></summary>
    Left,

    /// <summary><c>--</c> or <c>&lt;--></c></summary>
    Either,
}

/// <summary>Which of the paths are wanted.</summary>
internal enum PathSearch
{
    /// <summary>All.</summary>
    All,

    /// <summary><c>shortestPath(...)</c></summary>
    Shortest,

    /// <summary><c>allShortestPaths(...)</c></summary>
    AllShortest,
}
