using Orrery.Graph;

namespace Orrery.Query;

/// <summary>One value out of many, of one group. Whoever feeds it leaves out repetitions where DISTINCT is asked for.</summary>
internal abstract class Aggregate
{
    /// <summary>Takes one value; nulls count for nothing.</summary>
    public abstract void Add(Value v);

    /// <summary>The answer so far.</summary>
    public abstract Value Result();
}

/// <summary>An aggregating function.</summary>
/// <param name="Name">As documented; found in any case.</param>
/// <param name="Signature">Shown by completion and documentation.</param>
/// <param name="Summary">What it answers, in one line.</param>
/// <param name="Arguments">1, or 2 when it takes a constant besides.</param>
/// <param name="Start">Begins a group; takes the second argument, or null.</param>
internal sealed record AggregateFunction(
    string Name,
    string Signature,
    string Summary,
    int Arguments,
    Func<Value?, Aggregate> Start
);
