using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Reads what a query returns as what is wanted of a built question.</summary>
/// <remarks>The builder counts and adds up each thing once in its group: what would meet one several times is refused.</remarks>
internal sealed class AnswerReader(Vocabulary vocabulary, ShapeReader shape, Clause.With? with, Clause.Return give)
{
    private readonly FieldExpressions _fields = new(vocabulary, shape.IsThing);
    private readonly Projection _projection = give.Projection;

    /// <summary>The things it starts from, what is wanted once things have numbers, and how many lines at most.</summary>
    public ReadAnswer Read()
    {
        if (_projection.IncludesAll)
            throw Unbuildable.Of(give.At, "* stands for all there is.", "Name what is to be returned.");
        if (_projection.Skip is { } skip)
            throw Unbuildable.Of(skip.At, "It leaves out the first lines.", "Ask for the first lines with LIMIT.");
        var figures = _projection.Items.Where(item => IsFigure(item.Expression)).ToArray();
        return (figures, with) switch
        {
            ([], null) => Things(),
            ([var figure], _) => Groups(figure),
            ([], _) => throw Unbuildable.Of(give.At, "It works on its answer in several steps.", Unbuildable.StayWithText),
            _ => throw Unbuildable.Of(give.At, "It asks for several figures.", "Ask for one at a time."),
        };
    }

    private ReadAnswer Things()
    {
        if (
            _projection.Items is not [{ Expression: Expression.Variable { Name: var start } }, .. var others]
            || !shape.IsThing(start)
        )
            throw Unbuildable.Of(
                give.At,
                "The builder's first column holds the things themselves.",
                "Begin with a thing: RETURN thing, thing.field."
            );
        if (shape.HasFanOut && !_projection.IsDistinct)
            throw Unbuildable.Of(give.At, "A thing that is linked twice has two lines here.", "Write RETURN DISTINCT.");
        var beside = others.Select(item => DetailOf(item.Expression)).ToArray();
        var order = OneKey() is { } key ? new FieldOrder(OfStart(key.Expression, start), key.IsDescending) : null;
        return new(start, numbers => new Wanted.Things([.. beside.Select(detail => detail.Of(numbers))], order), First());
    }

    private ReadAnswer Groups(ProjectionItem figure)
    {
        var (start, measure) = Measured(figure.Expression);
        var keys = _projection.Items.Where(item => item != figure).Select(item => DetailOf(Resolved(item.Expression))).ToArray();
        if (with is not null)
            CheckDistinct(with, start, keys);
        var order = OneKey() is { } key ? OrderOf(key, figure, keys) : null;
        return new(start, numbers => new Wanted.Groups(measure, [.. keys.Select(one => one.Of(numbers))], order), First());
    }

    private (string Start, Measure Measure) Measured(Expression expression)
    {
        var isOnce = !shape.HasFanOut || with is not null;
        switch (
            expression is Expression.Call { Arguments: [var one] } figure
                ? figure with
                {
                    Arguments = [Resolved(one)],
                }
                : expression
        )
        {
            case Expression.CountRows when isOnce && with is null:
                return (shape.First, new Measure.Number());
            case Expression.Call { Name.Text: "count", Arguments: [Expression.Variable { Name: var name }] } call
                when shape.IsThing(name):
                return isOnce || call.IsDistinct ? (name, new Measure.Number()) : throw CountedTwice(call.At);
            case Expression.Call { Name.Text: "sum" or "avg", IsDistinct: false, Arguments: [var field] } call
                when _fields.Find(field) is var (thing, path):
                return isOnce
                    ? (thing, call.Name.Text == "sum" ? new Measure.Total(path) : new Measure.Average(path))
                    : throw Unbuildable.Of(
                        call.At,
                        "A thing that is linked twice is added twice here.",
                        "Put WITH DISTINCT group, thing before it."
                    );
            case Expression.CountRows:
                throw CountedTwice(expression.At);
            default:
                throw Unbuildable.Of(expression.At, "The builder has no choice for this figure.", Unbuildable.StayWithText);
        }
    }

    private static QueryException CountedTwice(TextSpan at) =>
        Unbuildable.Of(at, "A thing that is linked twice counts twice here.", "Write count(DISTINCT thing).");

    // What is handed on must be the groups and the things: anything more would count things again.
    private void CheckDistinct(Clause.With before, string start, IReadOnlyCollection<ReadDetail> keys)
    {
        var handed = before.Projection;
        if (
            before.Where is not null
            || !handed.IsDistinct
            || handed is not { IncludesAll: false, OrderBy: [], Skip: null, Limit: null }
        )
            throw Unbuildable.Of(before.At, "It works on its answer in several steps.", Unbuildable.StayWithText);
        var details = handed.Items.Select(item => DetailOf(item.Expression)).ToHashSet();
        if (!details.SetEquals(keys.Append(new(start, null))))
            throw Unbuildable.Of(before.At, "WITH hands on more than the groups and what is counted.", "Hand on just these.");
    }

    private GroupOrder OrderOf(SortKey key, ProjectionItem figure, ReadDetail[] keys)
    {
        if (
            key.Expression is Expression.Variable { Name: var name } && name == figure.Alias
            || AreSame(key.Expression, figure.Expression)
        )
            return new GroupOrder.ByMeasure(key.IsDescending);
        var detail = DetailOf(Resolved(Aliased(key.Expression) ?? key.Expression));
        var index = Array.FindIndex(
            keys,
            one => one == detail || (one.Path is null && detail == one with { Path = FieldPath.Of("title") })
        );
        return index >= 0 && detail.Path is not null
            ? new GroupOrder.ByDetail(index, key.IsDescending)
            : throw Unbuildable.Of(
                key.Expression.At,
                "It sorts by something else than its groups and their figure.",
                Unbuildable.StayWithText
            );
    }

    private SortKey? OneKey() =>
        _projection.OrderBy switch
        {
            [] => null,
            [var key] => key,
            [_, var second, ..] => throw Unbuildable.Of(second.Expression.At, "It sorts by several things.", "Sort by one."),
        };

    private FieldPath OfStart(Expression key, string start) =>
        _fields.Find(Aliased(key) ?? key) is var (thing, path) && thing == start
            ? path
            : throw Unbuildable.Of(key.At, "The builder sorts by fields of the things asked about.", Unbuildable.StayWithText);

    private ReadDetail DetailOf(Expression expression) =>
        expression switch
        {
            Expression.Variable { Name: var name } when shape.IsThing(name) => new(name, null),
            _ => _fields.Read(expression) is var (thing, path)
                ? new(thing, path)
                : throw new System.Diagnostics.UnreachableException(),
        };

    // What a column's name stands for, where it is one.
    private Expression? Aliased(Expression key) =>
        key is Expression.Variable { Name: var name }
            ? _projection.Items.FirstOrDefault(item => item.Alias == name)?.Expression
            : null;

    // In terms of the MATCH, whatever WITH calls it.
    private Expression Resolved(Expression expression) =>
        expression switch
        {
            Expression.Variable { Name: var name } => Handed(name) ?? expression,
            Expression.Property field => field with { Target = Resolved(field.Target) },
            _ => expression,
        };

    private Expression? Handed(string name) => with?.Projection.Items.FirstOrDefault(item => item.Alias == name)?.Expression;

    private int? First() =>
        _projection.Limit switch
        {
            null => null,
            Expression.Literal { Value: Value.Integer { Number: > 0 and <= int.MaxValue and var most } } => (int)most,
            var other => throw Unbuildable.Of(other.At, "The number of lines is not written out.", "Write a number from 1."),
        };

    private static bool IsFigure(Expression expression) =>
        expression is Expression.CountRows
        || (expression is Expression.Call call && AggregateCatalogue.All.ContainsKey(call.Name.Text));

    private static bool AreSame(Expression one, Expression other) => Printer.Print(one) == Printer.Print(other);
}

/// <summary>What a query returns, its things by their names.</summary>
/// <param name="Start">What it is about.</param>
/// <param name="Wanted">What is wanted, once things have numbers.</param>
/// <param name="First">How many lines at most, or null.</param>
internal sealed record ReadAnswer(string Start, Func<ImmutableDictionary<string, int>, Wanted> Wanted, int? First);

/// <summary>A thing by its name, or a field of it.</summary>
internal sealed record ReadDetail(string Thing, FieldPath? Path)
{
    public Detail Of(ImmutableDictionary<string, int> numbers) =>
        Path is { } path ? new Detail.Field(numbers[Thing], path) : new Detail.Thing(numbers[Thing]);
}
