using System.Collections.Concurrent;
using FsCheck;
using FsCheck.Fluent;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Testing;

namespace Orrery.Tests.Query;

/// <summary>Generated expressions.</summary>
internal static partial class SomeTree
{
    /// <summary>Made once a size: the parts of a choice are made before it is made.</summary>
    private static readonly ConcurrentDictionary<int, Gen<Expression>> Expressions = [];
    private static readonly ConcurrentDictionary<int, Gen<Expression>> Conditions = [];

    public static Gen<Expression> AnExpression(int size) =>
        size <= 0
            ? Leaf
            : Expressions.GetOrAdd(
                size,
                deep =>
                    Gen.Frequency(
                        (3, Leaf),
                        (3, Operator(deep - 1)),
                        (2, Container(deep - 1)),
                        (1, Collection(deep - 1)),
                        (1, Question(deep - 1, isBare: false))
                    )
            );

    /// <summary>What WHERE takes: a bare pattern, too.</summary>
    private static Gen<Expression> Condition(int size) =>
        size <= 0 ? Leaf : Conditions.GetOrAdd(size, deep => Gen.OneOf(AnExpression(deep), Question(deep - 1, isBare: true)));

    private static readonly Gen<Expression> Leaf = Gen.OneOf(
        Literal,
        Name.Select(name => (Expression)new Expression.Variable(Nowhere, name)),
        Gen.OneOf(Name, Gen.Elements("0", "1")).Select(name => (Expression)new Expression.Parameter(Nowhere, name)),
        Gen.Constant((Expression)new Expression.CountRows(Nowhere))
    );

    private static Gen<Expression> Literal =>
        Gen.OneOf(
                Gen.Elements(Value.Nothing, Value.Of(true), Value.Of(false)),
                Some.Long.Select(Value.Of),
                Some.Double.Where(double.IsFinite).Select(Value.Of),
                Some.Text.Where(text => text.Length < 100 && !text.Any(char.IsSurrogate)).Select(text => Value.Of(text))
            )
            .Select(value => (Expression)new Expression.Literal(Nowhere, value));

    private static Gen<Expression> Operator(int size) =>
        Gen.OneOf(
            from joining in Gen.Elements(Enum.GetValues<BinaryOperator>())
            from left in AnExpression(size)
            from right in AnExpression(size)
            select (Expression)new Expression.Binary(Nowhere, joining, left, right),
            from sign in Gen.Elements(Enum.GetValues<UnaryOperator>())
            from operand in AnExpression(size)
            select (Expression)new Expression.Unary(Nowhere, sign, operand),
            from first in AnExpression(size)
            from rest in (
                from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
                from right in AnExpression(size)
                select new ComparisonStep(comparison, right)
            ).ListOf(1, 2)
            select (Expression)new Expression.Comparison(Nowhere, first, [.. rest]),
            from target in AnExpression(size)
            from labels in NameAt.ListOf(1, 2)
            select (Expression)new Expression.HasLabels(Nowhere, target, [.. labels]),
            Property(size + 1).Select(property => (Expression)property),
            from target in AnExpression(size)
            from place in AnExpression(size)
            select (Expression)new Expression.Index(Nowhere, target, place),
            from target in AnExpression(size)
            from start in AnExpression(size).OrNull()
            from end in AnExpression(size).OrNull()
            select (Expression)new Expression.Slice(Nowhere, target, start, end)
        );

    private static Gen<Expression> Container(int size) =>
        Gen.OneOf(
            AnExpression(size).ListOf(0, 3).Select(items => (Expression)new Expression.List(Nowhere, [.. items])),
            Map(size).Select(map => (Expression)map),
            from name in Dotted
            from isDistinct in Gen.Elements(true, false)
            from arguments in AnExpression(size).ListOf(isDistinct ? 1 : 0, 2)
            select (Expression)new Expression.Call(Nowhere, name, isDistinct, [.. arguments]),
            from subject in AnExpression(size).OrNull()
            from arms in (from when in AnExpression(size) from then in AnExpression(size) select new CaseArm(when, then)).ListOf(
                1,
                2
            )
            from otherwise in AnExpression(size).OrNull()
            select (Expression)new Expression.Case(Nowhere, subject, [.. arms], otherwise),
            from subject in Name
            from items in Projected(size).ListOf(0, 3)
            select (Expression)new Expression.MapProjection(Nowhere, subject, [.. items])
        );

    private static Gen<Expression.Map> Map(int size) =>
        (from key in Name from value in AnExpression(size) select new MapEntry(key, value))
            .ListOf(0, 2)
            .Select(entries => new Expression.Map(Nowhere, [.. entries]));

    private static Gen<MapProjectionItem> Projected(int size) =>
        Gen.OneOf(
            Gen.Constant((MapProjectionItem)new MapProjectionItem.AllProperties()),
            Name.Select(key => (MapProjectionItem)new MapProjectionItem.OneProperty(key)),
            from key in Name
            from value in AnExpression(size)
            select (MapProjectionItem)new MapProjectionItem.Entry(key, value)
        );

    private static Gen<Expression> Collection(int size) =>
        Gen.OneOf(
            from item in Name
            from source in AnExpression(size)
            from condition in Condition(size).OrNull()
            from result in AnExpression(size).OrNull()
            select (Expression)new Expression.ListComprehension(Nowhere, item, source, condition, result),
            from part in Question(size)
            from name in Name.OrNull()
            from condition in Condition(size).OrNull()
            from result in AnExpression(size)
            select (Expression)new Expression.PatternComprehension(Nowhere, part with { Variable = name }, condition, result),
            from quantifier in Gen.Elements(Enum.GetValues<Quantifier>())
            from item in Name
            from source in AnExpression(size)
            from condition in Condition(size).OrNull()
            select (Expression)new Expression.Quantified(Nowhere, quantifier, item, source, condition),
            from total in Name
            from start in AnExpression(size)
            from item in Name
            from source in AnExpression(size)
            from step in AnExpression(size)
            select (Expression)new Expression.Reduction(Nowhere, total, start, item, source, step)
        );

    /// <param name="size">How deep it may go.</param>
    /// <param name="isBare">A pattern by itself, which only a condition may be.</param>
    private static Gen<Expression> Question(int size, bool isBare)
    {
        var pattern = Question(size).Select(part => (Expression)new Expression.PatternExists(Nowhere, part));
        return isBare
            ? pattern
            : Gen.OneOf(
                from joining in Gen.Elements(BinaryOperator.And, BinaryOperator.Or, BinaryOperator.Xor)
                from left in pattern
                from right in Gen.OneOf(pattern, AnExpression(size))
                select (Expression)new Expression.Binary(Nowhere, joining, left, right),
                pattern.Select(part => (Expression)new Expression.Unary(Nowhere, UnaryOperator.Not, part)),
                pattern.Select(part => (Expression)new Expression.Call(Nowhere, new(Nowhere, "exists"), false, [part])),
                from use in Gen.Elements(SubqueryUse.Exists, SubqueryUse.Count)
                from query in Regular(Math.Min(size, 1), isInner: true)
                select (Expression)new Expression.Subquery(Nowhere, use, query)
            );
    }
}
