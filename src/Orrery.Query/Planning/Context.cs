namespace Orrery.Query;

/// <summary>What an expression may name while it is bound.</summary>
/// <param name="Scope">Its variables.</param>
internal sealed record Context(Scope Scope)
{
    /// <summary>Expressions that were computed before, by their shape: keys of groups, columns.</summary>
    public IReadOnlyDictionary<string, Bound>? Known { get; init; }

    /// <summary>Gathered values, by the very call.</summary>
    public IReadOnlyDictionary<Expression, Bound>? Gathered { get; init; }

    /// <summary>Whether a variable that is no key of a group makes no sense here.</summary>
    public bool IsGrouped { get; init; }

    /// <summary>Whether only variables and properties are looked for among the known: beside a gathering, more would be ambiguous.</summary>
    public bool KnowsOnlySimple { get; init; }

    /// <summary>Loop variables and the like, which are never keys.</summary>
    public System.Collections.Immutable.ImmutableHashSet<string> Own { get; init; } = [];

    public Context With(string name, Bound bound) => this with { Scope = Scope.With(name, bound), Own = Own.Add(name) };
}

/// <summary>An expression made ready, and what is known of its value.</summary>
/// <param name="Evaluator">Computes it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Item">What its items are, for a list.</param>
internal readonly record struct Ready(Evaluator Evaluator, StaticType Type, StaticType Item = StaticType.Any);
