using NodaTime;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A function of values alone. Those that look at the graph, and those that aggregate, are known to the binder.</summary>
/// <param name="Name">As documented; found in any case.</param>
/// <param name="Signature">E.g. <c>substring(text, start, length?)</c>: shown by completion and documentation.</param>
/// <param name="Summary">What it answers, in one line.</param>
/// <param name="Fewest">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
/// <param name="Call">Answers; throws <see cref="QueryException"/> for an argument it does not take.</param>
internal sealed record Function(string Name, string Signature, string Summary, int Fewest, int Most, FunctionCall Call)
{
    /// <summary>Whether equal arguments give equal answers at any time (<c>rand()</c> does not).</summary>
    public bool IsSteady { get; init; } = true;
}

/// <summary>Answers a call.</summary>
internal delegate Value FunctionCall(ReadOnlySpan<Value> arguments, CallSurroundings surroundings);

/// <summary>What functions may depend on besides their arguments.</summary>
/// <param name="Now">What "now" means.</param>
/// <param name="Chance">Where random numbers come from.</param>
internal sealed record CallSurroundings(Instant Now, Random Chance)
{
    /// <summary>The graph, for added functions; null where only values stand, as in the moments of a prefix.</summary>
    public Looking? Looking { get; init; }

    /// <summary>Told of how many bytes a large value would take before it is made; throws <see cref="QueryException"/> where the query has no room for it.</summary>
    public Action<long> HasRoom { get; init; } = _ => { };
}
