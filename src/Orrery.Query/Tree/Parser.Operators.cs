using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Orrery.Query;

/// <summary>Expressions, from the loosest operator to the tightest.</summary>
internal sealed partial class Parser
{
    private static readonly (Keyword Word, BinaryOperator Operator)[] Logical =
    [
        (Keyword.Or, BinaryOperator.Or),
        (Keyword.Xor, BinaryOperator.Xor),
        (Keyword.And, BinaryOperator.And),
    ];

    /// <summary>expression := or, which is no bare pattern</summary>
    private Expression OneExpression() => Plain(Condition());

    /// <summary>condition := or, which may be a bare pattern: it asks whether there is such a path</summary>
    private Expression Condition()
    {
        if (++_depth > DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw QueryFaults.TooDeep(_tokens.Next.At);
        var outer = _height;
        _height = 0;
        var expression = Logic(0);
        Grow(1);
        _height = Math.Max(outer, _height);
        _depth--;
        return expression;
    }

    private static Expression Plain(Expression expression) =>
        expression is Expression.PatternExists ? throw PatternAsValue(expression.At) : expression;

    /// <summary>or := xor ("OR" xor)*; xor := and ("XOR" and)*; and := not ("AND" not)*</summary>
    private Expression Logic(int level)
    {
        if (level == Logical.Length)
            return Not();
        var (word, joining) = Logical[level];
        var outer = _height;
        _height = 0;
        var first = Logic(level + 1);
        if (_tokens.Is(word))
        {
            List<Expression> operands = [first];
            while (_tokens.TryTake(word))
                operands.Add(Logic(level + 1));
            first = Joined(joining, operands.ToArray());
            Grow(BitOperations.Log2((uint)operands.Count) + 1);
        }

        _height = Math.Max(outer, _height);
        return first;
    }

    // They are associative: a balanced tree of ten thousand alternatives is fourteen levels high, a chain would be ten thousand.
    private static Expression Joined(BinaryOperator joining, ReadOnlySpan<Expression> operands)
    {
        if (operands.Length == 1)
            return operands[0];
        var half = (operands.Length + 1) / 2;
        var left = Joined(joining, operands[..half]);
        var right = Joined(joining, operands[half..]);
        return new Expression.Binary(left.At.To(right.At), joining, left, right);
    }

    /// <summary>not := "NOT"* comparison</summary>
    private Expression Not()
    {
        var outer = _height;
        _height = 0;
        var first = _tokens.At;
        while (_tokens.TryTake(Keyword.Not))
            Grow(1);
        var last = _tokens.At;
        var operand = Comparison();
        for (var at = last - 1; at >= first; at--)
            operand = new Expression.Unary(_tokens[at].At.To(operand.At), UnaryOperator.Not, operand);
        _height = Math.Max(outer, _height + last - first);
        return operand;
    }

    /// <summary>comparison := predicate (("=" | "&lt;>" | "&lt;" | "&lt;=" | ">" | ">=") predicate)*</summary>
    private Expression Comparison()
    {
        var first = Predicate();
        if (ComparisonOf(_tokens.Next.Kind) is null)
            return first;
        var steps = ImmutableArray.CreateBuilder<ComparisonStep>(1);
        while (ComparisonOf(_tokens.Next.Kind) is { } comparison)
        {
            _tokens.Take();
            steps.Add(new(comparison, Plain(Predicate())));
        }

        Grow(1);
        return new Expression.Comparison(Plain(first).At.To(steps[^1].Right.At), first, steps.DrainToImmutable());
    }

    private static ComparisonOperator? ComparisonOf(TokenKind kind) =>
        kind switch
        {
            TokenKind.Equal => ComparisonOperator.Equal,
            TokenKind.NotEqual => ComparisonOperator.NotEqual,
            TokenKind.Less => ComparisonOperator.Less,
            TokenKind.LessOrEqual => ComparisonOperator.LessOrEqual,
            TokenKind.Greater => ComparisonOperator.Greater,
            TokenKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
            _ => null,
        };

    /// <summary>predicate := sum ("IN" sum | "STARTS" "WITH" sum | "ENDS" "WITH" sum | "CONTAINS" sum | "=~" sum | "IS" ["NOT"] "NULL")*</summary>
    private Expression Predicate()
    {
        var left = Sum();
        while (true)
        {
            if (_tokens.TryTake(Keyword.Is))
                left = NullTest(left);
            else if (TakePredicate() is { } predicate)
                left = Binary(predicate, left, Sum());
            else
                return left;
        }
    }

    private BinaryOperator? TakePredicate()
    {
        if (_tokens.TryTake(TokenKind.Matches))
            return BinaryOperator.Matches;
        BinaryOperator? predicate = _tokens.Next.Keyword switch
        {
            Keyword.In => BinaryOperator.In,
            Keyword.Contains => BinaryOperator.Contains,
            Keyword.Starts => BinaryOperator.StartsWith,
            Keyword.Ends => BinaryOperator.EndsWith,
            _ => null,
        };
        if (predicate is not null)
            _tokens.Take();
        if (predicate is BinaryOperator.StartsWith or BinaryOperator.EndsWith)
            Expect(Keyword.With, $"WITH after {_tokens.Written(_tokens.Last)}");
        return predicate;
    }

    private Expression.Unary NullTest(Expression operand)
    {
        var isNot = _tokens.TryTake(Keyword.Not);
        Expect(Keyword.Null, isNot ? "NULL after IS NOT" : "NULL or NOT NULL after IS");
        Grow(1);
        return new(Plain(operand).At.To(_tokens.Last.At), isNot ? UnaryOperator.IsNotNull : UnaryOperator.IsNull, operand);
    }

    private Expression.Binary Binary(BinaryOperator joining, Expression left, Expression right)
    {
        Grow(1);
        return new(Plain(left).At.To(Plain(right).At), joining, left, right);
    }

    /// <summary>sum := product (("+" | "-") product)*</summary>
    private Expression Sum()
    {
        var left = Product();
        while (_tokens.Next.Kind is TokenKind.Plus or TokenKind.Minus)
            left = Binary(_tokens.Take().Kind == TokenKind.Plus ? BinaryOperator.Add : BinaryOperator.Subtract, left, Product());
        return left;
    }

    /// <summary>product := power (("*" | "/" | "%") power)*</summary>
    private Expression Product()
    {
        var left = Power();
        while (_tokens.Next.Kind is TokenKind.Star or TokenKind.Slash or TokenKind.Percent)
        {
            var joining = _tokens.Take().Kind switch
            {
                TokenKind.Star => BinaryOperator.Multiply,
                TokenKind.Slash => BinaryOperator.Divide,
                _ => BinaryOperator.Modulo,
            };
            left = Binary(joining, left, Power());
        }

        return left;
    }

    /// <summary>power := signed ("^" signed)*, from left to right</summary>
    private Expression Power()
    {
        var left = Signed();
        while (_tokens.TryTake(TokenKind.Caret))
            left = Binary(BinaryOperator.Power, left, Signed());
        return left;
    }

    /// <summary>signed := ("+" | "-")* labelled; a minus before a number is part of the number</summary>
    private Expression Signed()
    {
        var first = _tokens.At;
        while (_tokens.Next.Kind is TokenKind.Plus or TokenKind.Minus)
            _tokens.Take();
        var signs = _tokens.At - first;
        Grow(signs);
        var isNegative = signs > 0 && _tokens.Last.Kind == TokenKind.Minus && IsBareNumber();
        var operand = isNegative ? Number(_tokens.Last) : Labelled();
        for (var at = first + signs - (isNegative ? 2 : 1); at >= first; at--)
            operand = new Expression.Unary(
                _tokens[at].At.To(Plain(operand).At),
                _tokens[at].Kind == TokenKind.Plus ? UnaryOperator.Plus : UnaryOperator.Minus,
                operand
            );
        return operand;
    }

    // What stands behind a number binds tighter than the minus before it: -1[0] is -(1[0]).
    private bool IsBareNumber() =>
        _tokens.Is(TokenKind.Number)
        && _tokens[_tokens.At + 1].Kind is not (TokenKind.Dot or TokenKind.OpenBracket or TokenKind.Colon);

    /// <summary>labelled := postfix labels*</summary>
    private Expression Labelled()
    {
        var target = Postfix();
        if (!_tokens.Is(TokenKind.Colon))
            return target;
        Grow(1);
        var labels = Labels();
        return new Expression.HasLabels(Plain(target).At.To(_tokens.Last.At), target, labels);
    }

    /// <summary>postfix := atom ("." symbol | "[" expression "]" | "[" [expression] ".." [expression] "]")*</summary>
    private Expression Postfix()
    {
        var target = Atom();
        while (true)
        {
            if (_tokens.TryTake(TokenKind.Dot))
                target = Property(target);
            else if (_tokens.Is(TokenKind.OpenBracket))
                target = Indexed(target);
            else
                return target;
            Grow(1);
        }
    }

    private Expression.Property Property(Expression target)
    {
        var key = Symbol("the name of a property after the dot");
        return new(Plain(target).At.To(_tokens.Last.At), target, key);
    }

    private Expression Indexed(Expression target)
    {
        _tokens.Take();
        var from = _tokens.Is(TokenKind.DotDot) ? null : OneExpression();
        var isSlice = _tokens.TryTake(TokenKind.DotDot);
        var to = isSlice && !_tokens.Is(TokenKind.CloseBracket) ? OneExpression() : null;
        Expect(TokenKind.CloseBracket, "the ] of the index");
        var at = Plain(target).At.To(_tokens.Last.At);
        return isSlice ? new Expression.Slice(at, target, from, to) : new Expression.Index(at, target, from!);
    }
}
