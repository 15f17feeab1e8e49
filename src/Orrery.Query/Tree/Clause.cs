using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>A clause as written. Closed; the printer and the binder have an arm for each case.</summary>
/// <param name="At">Where it stands in the text.</param>
internal abstract record Clause(TextSpan At)
{
    /// <summary><c>[OPTIONAL] MATCH pattern, pattern WHERE condition</c></summary>
    public sealed record Match(TextSpan At, bool IsOptional, ImmutableArray<PatternPart> Patterns, Expression? Where)
        : Clause(At);

    /// <summary><c>UNWIND list AS name</c></summary>
    public sealed record Unwind(TextSpan At, Expression List, string Variable) : Clause(At);

    /// <summary><c>WITH items ... WHERE condition</c></summary>
    public sealed record With(TextSpan At, Projection Projection, Expression? Where) : Clause(At);

    /// <summary><c>RETURN items ...</c></summary>
    public sealed record Return(TextSpan At, Projection Projection) : Clause(At);

    /// <summary><c>CALL procedure(arguments) YIELD items WHERE condition</c></summary>
    /// <param name="At">Where it stands.</param>
    /// <param name="Procedure">With its dots.</param>
    /// <param name="Arguments">Null when the brackets are left out: parameters of the same names are taken.</param>
    /// <param name="Yield">Null when left out.</param>
    /// <param name="Where">Of the yielded rows.</param>
    public sealed record Call(
        TextSpan At,
        Name Procedure,
        ImmutableArray<Expression>? Arguments,
        ImmutableArray<YieldItem>? Yield,
        Expression? Where
    ) : Clause(At)
    {
        /// <summary><c>YIELD *</c></summary>
        public bool YieldsAll { get; init; }
    }

    /// <summary><c>CREATE pattern, pattern</c></summary>
    public sealed record Create(TextSpan At, ImmutableArray<PatternPart> Patterns) : Clause(At);

    /// <summary><c>MERGE pattern ON CREATE SET ... ON MATCH SET ...</c></summary>
    public sealed record Merge(
        TextSpan At,
        PatternPart Pattern,
        ImmutableArray<Assignment> OnCreate,
        ImmutableArray<Assignment> OnMatch
    ) : Clause(At);

    /// <summary><c>SET assignment, assignment</c></summary>
    public sealed record Set(TextSpan At, ImmutableArray<Assignment> Assignments) : Clause(At);

    /// <summary><c>REMOVE item, item</c></summary>
    public sealed record Remove(TextSpan At, ImmutableArray<Removal> Removals) : Clause(At);

    /// <summary><c>[DETACH] DELETE expression, expression</c></summary>
    public sealed record Delete(TextSpan At, bool IsDetaching, ImmutableArray<Expression> Things) : Clause(At);
}

/// <summary>What WITH and RETURN share.</summary>
/// <param name="IsDistinct">Equal rows once.</param>
/// <param name="IncludesAll"><c>*</c> stands first.</param>
/// <param name="Items">In the order written.</param>
/// <param name="OrderBy">First key first; empty for no order.</param>
/// <param name="Skip">Rows to leave out, or null.</param>
/// <param name="Limit">The most rows, or null.</param>
internal sealed record Projection(
    bool IsDistinct,
    bool IncludesAll,
    ImmutableArray<ProjectionItem> Items,
    ImmutableArray<SortKey> OrderBy,
    Expression? Skip,
    Expression? Limit
);

/// <summary>One column.</summary>
/// <param name="Expression">What it holds.</param>
/// <param name="Alias">The name given with AS, or null.</param>
/// <param name="Text">The expression as written: the column's name where none is given.</param>
internal sealed record ProjectionItem(Expression Expression, string? Alias, string Text);

/// <summary>One key of an order.</summary>
internal sealed record SortKey(Expression Expression, bool IsDescending);

/// <summary><c>field AS name</c>; the alias is null when left out.</summary>
internal sealed record YieldItem(Name Field, string? Alias);

/// <summary>One assignment of SET.</summary>
internal abstract record Assignment(TextSpan At)
{
    /// <summary><c>target.key = value</c></summary>
    public sealed record Property(TextSpan At, Expression.Property Target, Expression Value) : Assignment(At);

    /// <summary><c>name = map</c>, or <c>name += map</c></summary>
    public sealed record Properties(TextSpan At, string Variable, Expression Value, bool KeepsOthers) : Assignment(At);

    /// <summary><c>name:Label:Other</c></summary>
    public sealed record Labels(TextSpan At, string Variable, ImmutableArray<Name> Names) : Assignment(At);
}

/// <summary>One item of REMOVE.</summary>
internal abstract record Removal(TextSpan At)
{
    /// <summary><c>target.key</c></summary>
    public sealed record Property(TextSpan At, Expression.Property Target) : Removal(At);

    /// <summary><c>name:Label:Other</c></summary>
    public sealed record Labels(TextSpan At, string Variable, ImmutableArray<Name> Names) : Removal(At);
}
