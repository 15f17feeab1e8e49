using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A question that comes with a pack: somebody's, in words, and the query that answers it.</summary>
/// <param name="Name">What it is called for: stable, unique within its pack.</param>
/// <param name="Pack">The pack whose kinds it names.</param>
/// <param name="Said">In plain words, as it is asked.</param>
/// <param name="Asks">Who asks it, e.g. <c>finance partner</c>.</param>
/// <param name="Text">In openCypher, with our prefix clauses of time.</param>
/// <param name="Parameters">By name, each with the value it has unless another is given.</param>
/// <param name="WhenEmpty">What an answer without rows means, where that is the good answer; else null.</param>
public sealed record ReadyQuestion(
    string Name,
    string Pack,
    string Said,
    string Asks,
    string Text,
    ImmutableSortedDictionary<string, Value> Parameters,
    string? WhenEmpty
);
