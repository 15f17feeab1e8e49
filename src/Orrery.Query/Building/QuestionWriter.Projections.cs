using System.Collections.Immutable;
using System.Diagnostics;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What a built question returns.</summary>
internal sealed partial class QuestionWriter
{
    private bool HasSteps => !_question.Steps.IsEmpty;

    private IEnumerable<Clause> Projections() =>
        _question.Wanted switch
        {
            Wanted.Things things => [ReturnThings(things)],
            Wanted.Groups groups when groups.Measure is Measure.Number || !HasSteps => [ReturnGroups(groups)],
            Wanted.Groups groups => ReturnGroupsOfDistinct(groups),
            _ => throw new UnreachableException($"Nothing returns {_question.Wanted.GetType().Name}."),
        };

    // Several paths may lead to one pair of things: each is a line once.
    private Clause.Return ReturnThings(Wanted.Things things) =>
        Return(
            HasSteps,
            [Variable(_names[0]), .. things.Beside.Select(Shown)],
            things.Order is { } order ? new SortKey(Path(0, order.Field), order.IsDescending) : null
        );

    private Clause.Return ReturnGroups(Wanted.Groups groups)
    {
        var keys = groups.By.Select(Shown).ToImmutableArray();
        return Return(keys, groups.Measure, SortOf(groups, keys));
    }

    // A sum must meet each thing once in its group, whatever number of paths lead there.
    private IEnumerable<Clause> ReturnGroupsOfDistinct(Wanted.Groups groups)
    {
        var named = groups.By.Select(Named).ToImmutableArray();
        Projection distinct = new(true, false, [.. named, Item(Variable(_names[0]), null)], [], null, null);
        var keys = named.Select(item => item.Alias is { } alias ? Variable(alias) : item.Expression).ToImmutableArray();
        return [new Clause.With(default, distinct, null), Return(keys, groups.Measure, SortOf(groups, keys))];
    }

    private ProjectionItem Named(Detail detail) =>
        detail is Detail.Field field
            ? Item(Shown(detail), _names.Fresh(Respelling.Variable(field.Path.Field)))
            : Item(Shown(detail), null);

    private SortKey? SortOf(Wanted.Groups groups, ImmutableArray<Expression> keys) =>
        groups.Order switch
        {
            null => null,
            GroupOrder.ByMeasure order => new(Variable(ColumnOf(groups.Measure)), order.IsDescending),
            GroupOrder.ByDetail order when groups.By[order.Index] is Detail.Thing thing => new(
                Path(thing.Of, FieldPath.Of("title")),
                order.IsDescending
            ),
            GroupOrder.ByDetail order => new(keys[order.Index], order.IsDescending),
            _ => throw new UnreachableException($"Nothing sorts by {groups.Order.GetType().Name}."),
        };

    private Expression.Call Measured(Measure measure) =>
        measure switch
        {
            Measure.Number => new(default, new(default, "count"), HasSteps, [Variable(_names[0])]),
            Measure.Total total => Call("sum", Path(0, total.Field)),
            Measure.Average average => Call("avg", Path(0, average.Field)),
            _ => throw new UnreachableException($"Nothing measures {measure.GetType().Name}."),
        };

    private static string ColumnOf(Measure measure) =>
        measure switch
        {
            Measure.Number => QuestionNames.Number,
            Measure.Total => QuestionNames.Total,
            Measure.Average => QuestionNames.Average,
            _ => throw new UnreachableException($"No column is for {measure.GetType().Name}."),
        };

    private Expression Shown(Detail detail) =>
        detail switch
        {
            Detail.Thing thing => Variable(_names[thing.Of]),
            Detail.Field field => Path(field.Of, field.Path),
            _ => throw new UnreachableException($"Nothing shows {detail.GetType().Name}."),
        };

    private Clause.Return Return(ImmutableArray<Expression> keys, Measure measure, SortKey? order) =>
        Return(false, [.. keys.Select(key => Item(key, null)), Item(Measured(measure), ColumnOf(measure))], order);

    private Clause.Return Return(bool isDistinct, ImmutableArray<Expression> columns, SortKey? order) =>
        Return(isDistinct, [.. columns.Select(column => Item(column, null))], order);

    private Clause.Return Return(bool isDistinct, ImmutableArray<ProjectionItem> items, SortKey? order) =>
        new(
            default,
            new(
                isDistinct,
                false,
                items,
                order is null ? [] : [order],
                null,
                _question.First is { } first ? new Expression.Literal(default, Value.Of((long)first)) : null
            )
        );

    private static ProjectionItem Item(Expression expression, string? alias) => new(expression, alias, "");

    private static Expression.Variable Variable(string name) => new(default, name);
}
