using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>Which variables an expression speaks of, its own loop variables left out. Of a subquery all names it mentions: more than need be does no harm.</summary>
internal static class FreeNames
{
    public static HashSet<string> Of(Expression? expression)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        Add(expression, names);
        return names;
    }

    public static void Add(Expression? expression, HashSet<string> names)
    {
        switch (expression)
        {
            case null:
                return;
            case Expression.Variable variable:
                names.Add(variable.Name);
                return;
            case Expression.ListComprehension loop:
                Add(loop.Source, names);
                AddInside([loop.Where, loop.Result], [loop.Item], names);
                return;
            case Expression.Quantified loop:
                Add(loop.Source, names);
                AddInside([loop.Where], [loop.Item], names);
                return;
            case Expression.Reduction loop:
                Add(loop.Start, names);
                Add(loop.Source, names);
                AddInside([loop.Step], [loop.Item, loop.Total], names);
                return;
            case Expression.MapProjection projection:
                names.Add(projection.Subject);
                foreach (var item in projection.Items.OfType<MapProjectionItem.Entry>())
                    Add(item.Value, names);
                return;
            case Expression.PatternExists pattern:
                Add(pattern.Pattern, names);
                return;
            case Expression.PatternComprehension pattern:
                Add(pattern.Pattern, names);
                Add(pattern.Where, names);
                Add(pattern.Result, names);
                return;
            case Expression.Subquery subquery:
                Add(subquery.Query, names);
                return;
            default:
                foreach (var child in Children.Of(expression))
                    Add(child, names);
                return;
        }
    }

    public static void Add(PatternPart part, HashSet<string> names)
    {
        AddName(part.Variable, names);
        foreach (var node in part.Steps.Select(step => step.Node).Prepend(part.Start))
        {
            AddName(node.Variable, names);
            Add(node.Properties, names);
        }

        foreach (var step in part.Steps)
        {
            AddName(step.Relation.Variable, names);
            Add(step.Relation.Properties, names);
        }
    }

    private static void Add(RegularQuery query, HashSet<string> names)
    {
        foreach (var clause in query.Parts.SelectMany(part => part.Clauses))
        {
            foreach (var part in PatternsOf(clause))
                Add(part, names);
            foreach (var expression in ExpressionsOf(clause))
                Add(expression, names);
        }
    }

    private static ImmutableArray<PatternPart> PatternsOf(Clause clause) =>
        clause switch
        {
            Clause.Match match => match.Patterns,
            Clause.Create create => create.Patterns,
            Clause.Merge merge => [merge.Pattern],
            _ => [],
        };

    private static IEnumerable<Expression?> ExpressionsOf(Clause clause) =>
        clause switch
        {
            Clause.Match match => [match.Where],
            Clause.Unwind unwind => [unwind.List],
            Clause.With with => [.. ExpressionsOf(with.Projection), with.Where],
            Clause.Return { Projection: var projection } => ExpressionsOf(projection),
            Clause.Call call => [.. call.Arguments ?? [], call.Where],
            _ => [],
        };

    private static IEnumerable<Expression?> ExpressionsOf(Projection projection) =>
        [
            .. projection.Items.Select(item => item.Expression),
            .. projection.OrderBy.Select(key => key.Expression),
            projection.Skip,
            projection.Limit,
        ];

    private static void AddInside(IEnumerable<Expression?> inside, ImmutableArray<string> own, HashSet<string> names)
    {
        HashSet<string> inner = new(StringComparer.Ordinal);
        foreach (var expression in inside)
            Add(expression, inner);
        inner.ExceptWith(own);
        names.UnionWith(inner);
    }

    private static void AddName(string? name, HashSet<string> names)
    {
        if (name is not null)
            names.Add(name);
    }
}
