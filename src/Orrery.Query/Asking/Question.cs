using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A query and its parameters.</summary>
/// <param name="Text">openCypher, with our prefix clauses of time (docs/query-language.md).</param>
/// <param name="Parameters">By name, without the dollar sign.</param>
public sealed record Question(string Text, ImmutableSortedDictionary<string, Value> Parameters)
{
    /// <summary>A query without parameters.</summary>
    public static Question Of(string text) => new(text, Properties.None);
}

/// <summary>What a query takes from the world: fresh ids for what it would create, and chance.</summary>
/// <param name="NewId">A fresh id at every call.</param>
/// <param name="Chance">For <c>rand()</c>.</param>
public sealed record QuerySurroundings(Func<Id> NewId, Random Chance);
