using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>An expression as written. Closed; the printer and the binder have an arm for each case.</summary>
/// <param name="At">Where it stands in the text.</param>
internal abstract record Expression(TextSpan At)
{
    /// <summary>A number, a text, true, false or null.</summary>
    public sealed record Literal(TextSpan At, Value Value) : Expression(At);

    /// <summary><c>$name</c></summary>
    public sealed record Parameter(TextSpan At, string Name) : Expression(At);

    /// <summary>A variable.</summary>
    public sealed record Variable(TextSpan At, string Name) : Expression(At);

    /// <summary><c>target.key</c></summary>
    public sealed record Property(TextSpan At, Expression Target, string Key) : Expression(At);

    /// <summary><c>target[index]</c></summary>
    public sealed record Index(TextSpan At, Expression Target, Expression Place) : Expression(At);

    /// <summary><c>target[from..to]</c>; an end left out is null.</summary>
    public sealed record Slice(TextSpan At, Expression Target, Expression? From, Expression? To) : Expression(At);

    /// <summary><c>NOT x</c>, <c>-x</c>, <c>+x</c>, <c>x IS NULL</c>, <c>x IS NOT NULL</c></summary>
    public sealed record Unary(TextSpan At, UnaryOperator Operator, Expression Operand) : Expression(At);

    /// <summary>Two operands and what joins them, comparisons excepted.</summary>
    public sealed record Binary(TextSpan At, BinaryOperator Operator, Expression Left, Expression Right) : Expression(At);

    /// <summary><c>a &lt; b &lt;= c</c>: every neighbouring pair must hold.</summary>
    /// <param name="First">The leftmost operand.</param>
    /// <param name="Rest">At least one.</param>
    public sealed record Comparison(TextSpan At, Expression First, ImmutableArray<ComparisonStep> Rest) : Expression(At);

    /// <summary><c>target:Label:Other</c> as a question.</summary>
    public sealed record HasLabels(TextSpan At, Expression Target, ImmutableArray<Name> Labels) : Expression(At);

    /// <summary><c>[a, b]</c></summary>
    public sealed record List(TextSpan At, ImmutableArray<Expression> Items) : Expression(At);

    /// <summary><c>{key: value}</c>, in the order written.</summary>
    public sealed record Map(TextSpan At, ImmutableArray<MapEntry> Entries) : Expression(At);

    /// <summary><c>[x IN list WHERE condition | result]</c></summary>
    public sealed record ListComprehension(TextSpan At, string Item, Expression Source, Expression? Where, Expression? Result)
        : Expression(At);

    /// <summary><c>[p = (a)--(b) WHERE condition | result]</c></summary>
    public sealed record PatternComprehension(TextSpan At, PatternPart Pattern, Expression? Where, Expression Result)
        : Expression(At);

    /// <summary><c>all(x IN list WHERE condition)</c> and its three brothers; a condition left out is null.</summary>
    public sealed record Quantified(TextSpan At, Quantifier Quantifier, string Item, Expression Source, Expression? Where)
        : Expression(At);

    /// <summary><c>reduce(total = start, x IN list | step)</c></summary>
    public sealed record Reduction(TextSpan At, string Total, Expression Start, string Item, Expression Source, Expression Step)
        : Expression(At);

    /// <summary><c>CASE subject WHEN a THEN b ELSE c END</c>; without a subject each condition is a truth value.</summary>
    public sealed record Case(TextSpan At, Expression? Subject, ImmutableArray<CaseArm> Arms, Expression? Else) : Expression(At);

    /// <summary><c>name(DISTINCT a, b)</c>; the name as written, with its dots.</summary>
    public sealed record Call(TextSpan At, Name Name, bool IsDistinct, ImmutableArray<Expression> Arguments) : Expression(At);

    /// <summary><c>count(*)</c></summary>
    public sealed record CountRows(TextSpan At) : Expression(At);

    /// <summary><c>(a)--(b)</c> as a question; at least one relation.</summary>
    public sealed record PatternExists(TextSpan At, PatternPart Pattern) : Expression(At);

    /// <summary><c>EXISTS { ... }</c> or <c>COUNT { ... }</c>. A bare pattern in the braces is written as a MATCH without RETURN.</summary>
    public sealed record Subquery(TextSpan At, SubqueryUse Use, RegularQuery Query) : Expression(At);

    /// <summary><c>n {.title, .*, key: value, other}</c></summary>
    public sealed record MapProjection(TextSpan At, string Subject, ImmutableArray<MapProjectionItem> Items) : Expression(At);
}

/// <summary>A name with its place: a label, a relation type, a function.</summary>
internal sealed record Name(TextSpan At, string Text);

/// <summary>One step of a chain of comparisons.</summary>
internal sealed record ComparisonStep(ComparisonOperator Operator, Expression Right);

/// <summary>A key and its value in a map.</summary>
internal sealed record MapEntry(string Key, Expression Value);

/// <summary>One WHEN of a CASE.</summary>
internal sealed record CaseArm(Expression When, Expression Then);

/// <summary>One item of a map projection.</summary>
internal abstract record MapProjectionItem
{
    private MapProjectionItem() { }

    /// <summary><c>.*</c></summary>
    public sealed record AllProperties : MapProjectionItem;

    /// <summary><c>.key</c></summary>
    public sealed record OneProperty(string Key) : MapProjectionItem;

    /// <summary><c>key: value</c>; a bare variable is an entry under its own name.</summary>
    public sealed record Entry(string Key, Expression Value) : MapProjectionItem;
}

/// <summary>Operators before or behind one operand.</summary>
internal enum UnaryOperator
{
    Not,
    Minus,
    Plus,
    IsNull,
    IsNotNull,
}

/// <summary>Operators between two operands.</summary>
internal enum BinaryOperator
{
    Or,
    Xor,
    And,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    In,
    StartsWith,
    EndsWith,
    Contains,
    Matches,
}

/// <summary>Operators that compare.</summary>
internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>How many items of a list must fulfil a condition.</summary>
internal enum Quantifier
{
    All,
    Any,
    None,
    Single,
}

/// <summary>What is asked of a query in braces.</summary>
internal enum SubqueryUse
{
    Exists,
    Count,
}
