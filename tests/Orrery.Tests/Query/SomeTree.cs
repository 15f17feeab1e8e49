using FsCheck;
using FsCheck.Fluent;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>Generated trees: every case of clause, pattern and expression, in the places where the grammar has them.</summary>
internal static partial class SomeTree
{
    private static TextSpan Nowhere => default;

    public static Gen<QueryTree> Query =>
        from when in When
        from wanted in Gen.Elements(WantedAnswer.Rows, WantedAnswer.Plan, WantedAnswer.Profile)
        from query in Regular(3, isInner: false)
        select new QueryTree(when, wanted, query);

    /// <summary>Names, awkward ones among them.</summary>
    public static Gen<string> Name =>
        Gen.Elements(
            "n",
            "m",
            "x",
            "größe",
            "_",
            "count",
            "exists",
            "any",
            "match",
            "ORDER",
            "a b",
            "`",
            "1st",
            "end",
            "part-of",
            "né",
            "𝒳",
            "reduce"
        );

    public static Gen<Name> NameAt => Name.Select(text => new Name(Nowhere, text));

    private static Gen<WhenPrefix> When =>
        Gen.Frequency(
            (4, Gen.Constant(WhenPrefix.None)),
            (1, Gen.Constant(new WhenPrefix(null, true, null))),
            (
                1,
                from valid in AnExpression(1).OrNull()
                from known in AnExpression(1).OrNull()
                select new WhenPrefix(valid, false, known)
            )
        );

    public static Gen<RegularQuery> Regular(int size, bool isInner) =>
        from parts in Single(size, isInner).ListOf(1, 3)
        from isAll in Gen.Elements(true, false)
        select new RegularQuery([.. parts], [.. Enumerable.Repeat(isAll, parts.Length - 1)]);

    private static Gen<SingleQuery> Single(int size, bool isInner) =>
        from clauses in (isInner ? Reading(size) : Gen.OneOf(Reading(size), Updating(size))).ListOf(1, 3)
        from last in Gen.OneOf(
            isInner ? Reading(size) : Updating(size),
            Projection(size).Select(projection => (Clause)new Clause.Return(Nowhere, projection))
        )
        select new SingleQuery(Nowhere, [.. clauses, last]);

    private static Gen<Clause> Reading(int size) =>
        Gen.OneOf(
            from isOptional in Gen.Elements(true, false)
            from parts in Part(size, isMade: false).ListOf(1, 2)
            from condition in Condition(size).OrNull()
            select (Clause)new Clause.Match(Nowhere, isOptional, [.. parts], condition),
            from list in AnExpression(size)
            from name in Name
            select (Clause)new Clause.Unwind(Nowhere, list, name),
            from projection in Projection(size)
            from condition in Condition(size).OrNull()
            select (Clause)new Clause.With(Nowhere, projection, condition),
            from name in Dotted
            from arguments in AnExpression(size).ListOf(0, 2)
            from yields in (from field in NameAt from alias in Name.OrNull() select new YieldItem(field, alias)).ListOf(1, 2)
            from condition in Condition(size).OrNull()
            select (Clause)new Clause.Call(Nowhere, name, [.. arguments], [.. yields], condition)
        );

    private static Gen<Clause> Updating(int size) =>
        Gen.OneOf(
            Part(size, isMade: true).ListOf(1, 2).Select(parts => (Clause)new Clause.Create(Nowhere, [.. parts])),
            from part in Part(size, isMade: true)
            from onCreate in Assignment(size).ListOf(0, 2)
            from onMatch in Assignment(size).ListOf(0, 2)
            select (Clause)new Clause.Merge(Nowhere, WithoutParameters(part), [.. onCreate], [.. onMatch]),
            Assignment(size).ListOf(1, 2).Select(assignments => (Clause)new Clause.Set(Nowhere, [.. assignments])),
            Removal(size).ListOf(1, 2).Select(removals => (Clause)new Clause.Remove(Nowhere, [.. removals])),
            from isDetaching in Gen.Elements(true, false)
            from things in AnExpression(size).Where(e => e is not Expression.HasLabels).ListOf(1, 2)
            select (Clause)new Clause.Delete(Nowhere, isDetaching, [.. things])
        );

    private static Gen<Projection> Projection(int size) =>
        from isDistinct in Gen.Elements(true, false)
        from includesAll in Gen.Elements(true, false)
        from items in Item(size).ListOf(includesAll ? 0 : 1, 3)
        from keys in (
            from key in AnExpression(size)
            from isDescending in Gen.Elements(true, false)
            select new SortKey(key, isDescending)
        ).ListOf(0, 2)
        from skip in AnExpression(size - 1).OrNull()
        from limit in AnExpression(size - 1).OrNull()
        select new Projection(isDistinct, includesAll, [.. items], [.. keys], skip, limit);

    private static Gen<ProjectionItem> Item(int size) =>
        from expression in AnExpression(size)
        from alias in Name.OrNull()
        select new ProjectionItem(expression, alias, "");

    private static Gen<Assignment> Assignment(int size) =>
        Gen.OneOf(
            from target in Property(size)
            from value in AnExpression(size)
            select (Assignment)new Assignment.Property(Nowhere, target, value),
            from name in Name
            from value in AnExpression(size)
            from keeps in Gen.Elements(true, false)
            select (Assignment)new Assignment.Properties(Nowhere, name, value, keeps),
            from name in Name
            from labels in NameAt.ListOf(1, 2)
            select (Assignment)new Assignment.Labels(Nowhere, name, [.. labels])
        );

    private static Gen<Removal> Removal(int size) =>
        Gen.OneOf(
            Property(size).Select(target => (Removal)new Removal.Property(Nowhere, target)),
            from name in Name
            from labels in NameAt.ListOf(1, 2)
            select (Removal)new Removal.Labels(Nowhere, name, [.. labels])
        );

    private static Gen<Expression.Property> Property(int size) =>
        from target in AnExpression(size - 1)
        from key in Name
        select new Expression.Property(Nowhere, target, key);

    private static Gen<Name> Dotted =>
        Gen.Elements("f", "toUpper", "duration.between", "count", "exists", "reduce", "any", "not", "a b.c")
            .Select(text => new Name(Nowhere, text));

    private static Gen<T[]> ListOf<T>(this Gen<T> gen, int fewest, int most) =>
        Gen.Choose(fewest, most).SelectMany(length => Gen.ArrayOf(gen, length));

    private static Gen<T?> OrNull<T>(this Gen<T> gen)
        where T : class => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant<T?>(null));
}
