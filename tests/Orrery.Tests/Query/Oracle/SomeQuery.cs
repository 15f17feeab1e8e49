using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle;

/// <summary>Well-formed queries made by chance, as text. None of them can fail while it runs: every expression is of one sort.</summary>
internal sealed class SomeQuery
{
    private readonly Chance _chance;
    private readonly SomeExpression _expressions;
    private readonly SomePattern _patterns;
    private Scope _scope = Scope.Empty;

    private SomeQuery(Chance chance)
    {
        _chance = chance;
        _patterns = new(chance);
        _expressions = new(chance, _patterns);
    }

    public static ImmutableSortedDictionary<string, Value> Parameters { get; } =
        Properties.Of(("one", Value.Of(1)), ("text", Value.Of("a")), ("nothing", Value.Nothing), ("day", Value.Of(Day)));

    /// <summary>What <c>$day</c> is.</summary>
    public static LocalDate Day => new(2024, 1, 5);

    /// <summary>A query that looks for shortest paths.</summary>
    /// <param name="chance">Where choices come from.</param>
    /// <param name="isEndless">Whether paths of any length may be wanted: for small graphs.</param>
    public static GeneratedQuery Search(Chance chance, bool isEndless) => new SomeQuery(chance).Searched(isEndless);

    public static GeneratedQuery Of(Chance chance) => chance.In(8) ? Union(chance) : new SomeQuery(chance).Whole(null);

    private static GeneratedQuery Union(Chance chance)
    {
        ImmutableArray<ValueSort> sorts =
        [
            .. chance.Some(1, 2, () => chance.Of(ValueSort.Whole, ValueSort.Text, ValueSort.Truth)),
        ];
        var (one, other) = (new SomeQuery(chance).Whole(sorts), new SomeQuery(chance).Whole(sorts));
        return new(
            $"{one.Text}\nUNION{(chance.In(2) ? " ALL" : "")}\n{other.Text}",
            IsOrdered: false,
            one.Gathers || other.Gathers
        );
    }

    // Columns of given sorts, unordered, where the query is a part of a union.
    private GeneratedQuery Whole(ImmutableArray<ValueSort>? columns)
    {
        List<string> clauses = [];
        for (var i = _chance.Between(1, 3); i > 0; i--)
            clauses.Add(
                _chance.Next(6) switch
                {
                    0 when !_scope.Names.IsEmpty => With(),
                    1 => Unwind(),
                    _ => Match(),
                }
            );
        var (last, isOrdered) = columns is { } sorts ? (Return(sorts), false) : Return();
        clauses.Add(last);
        return Made(clauses, isOrdered);
    }

    // Which of several shortest paths is found nothing tells: of one only the length is asked.
    private GeneratedQuery Searched(bool isEndless)
    {
        List<string> clauses = _chance.In(3) ? [Match()] : [];
        var isAll = _chance.In(2);
        (var part, _scope) = _patterns.Search(_scope, isAll, isEndless);
        var seen = isAll ? _scope : _scope with { Names = _scope.Names.Remove(SomePattern.SearchedPath) };
        var where = _chance.In(3) ? $" WHERE {_expressions.Condition(seen, 1)}" : "";
        clauses.Add($"{(_chance.In(4) ? "OPTIONAL " : "")}MATCH {SomePattern.SearchedPath} = {part}{where}");
        if (!isAll)
        {
            _scope = seen.With("far", ValueSort.Whole);
            clauses.Add($"WITH {string.Join(", ", seen.Names.Keys.Append($"length({SomePattern.SearchedPath}) AS far"))}");
        }

        var (last, isOrdered) = Return();
        return Made([.. clauses, last], isOrdered);
    }

    private static GeneratedQuery Made(IEnumerable<string> clauses, bool isOrdered)
    {
        var text = string.Join('\n', clauses);
        var gathers = text.Contains("collect(", StringComparison.Ordinal) || text.Contains("[(", StringComparison.Ordinal);
        return new(text, isOrdered, gathers);
    }

    private string Match()
    {
        var before = _scope;
        _patterns.Begin();
        var parts = _chance.Some(
            1,
            _chance.In(4) ? 2 : 1,
            () =>
            {
                (var part, _scope) = _patterns.Part(_scope, before);
                return part;
            }
        );
        var where = _chance.In(2) ? $" WHERE {_expressions.Condition(_scope, 2)}" : "";
        return $"{(_chance.In(4) ? "OPTIONAL " : "")}MATCH {string.Join(", ", parts)}{where}";
    }

    private string Unwind()
    {
        var list = _chance.Next(3) switch
        {
            0 => "range(0, 2)",
            1 => "[1, null, 2, 1]",
            _ => _expressions.Wholes(_scope, 1),
        };
        (var name, _scope) = _scope.Fresh("u", ValueSort.Whole);
        return $"UNWIND {list} AS {name}";
    }

    private string With()
    {
        var where = "";
        var (items, scope) = Items();
        var order = Order(scope);
        _scope = scope;
        if (_chance.In(3))
            where = $" WHERE {_expressions.Condition(_scope, 1)}";
        return $"WITH {(_chance.In(4) ? "DISTINCT " : "")}{items}{order}{where}";
    }

    private (string Text, bool IsOrdered) Return()
    {
        if (_chance.In(10) && !_scope.Names.IsEmpty)
            return ("RETURN *", false);
        var (items, scope) = Items();
        var order = Order(scope);
        return ($"RETURN {(_chance.In(4) ? "DISTINCT " : "")}{items}{order}", order is not "");
    }

    private string Return(ImmutableArray<ValueSort> sorts) =>
        $"RETURN {string.Join(", ", sorts.Select((sort, at) => $"{_expressions.Of(sort, _scope, 2)} AS c{at}"))}";

    private (string Items, Scope Scope) Items()
    {
        var scope = Scope.Empty;
        List<string> items = [];
        var aggregates = _chance.In(3);
        for (var i = _chance.Between(1, 3); i > 0; i--)
        {
            var (text, sort) =
                aggregates && (i == 1 || _chance.In(2))
                    ? _expressions.Aggregate(_scope)
                    : _expressions.Any(_scope, aggregates ? 0 : 2);
            // What is only a variable may keep its name.
            if (_scope.Names.ContainsKey(text) && !scope.Names.ContainsKey(text) && _chance.In(2))
            {
                scope = scope.With(text, sort);
                items.Add(text);
                continue;
            }

            (var name, scope) = scope.Fresh($"c{_scope.Made}_", sort);
            items.Add($"{text} AS {name}");
        }

        return (string.Join(", ", items), scope with { Made = _scope.Made + scope.Made });
    }

    // By every column, so that cutting the rows leaves the same ones whatever order ties come in.
    private string Order(Scope scope)
    {
        if (!_chance.In(3))
            return "";
        var keys = _chance.Shuffled(scope.Names.Keys).Select(name => _chance.In(2) ? name : $"{name} DESC");
        var skip = _chance.In(3) ? $" SKIP {_chance.Next(3)}" : "";
        var limit = _chance.In(2) ? $" LIMIT {_chance.Next(5)}" : "";
        return $" ORDER BY {string.Join(", ", keys)}{skip}{limit}";
    }
}

/// <summary>A query, and how its answer may be compared.</summary>
/// <param name="Text">openCypher.</param>
/// <param name="IsOrdered">Whether the order of rows is told wholly.</param>
/// <param name="Gathers">Whether some list is gathered in an order that nothing tells.</param>
internal sealed record GeneratedQuery(string Text, bool IsOrdered, bool Gathers);

/// <summary>The variables of a query and what they are.</summary>
/// <param name="Names">Sorts by name.</param>
/// <param name="Made">How many fresh names were made.</param>
internal sealed record Scope(ImmutableSortedDictionary<string, ValueSort> Names, int Made)
{
    public static readonly Scope Empty = new(ImmutableSortedDictionary.Create<string, ValueSort>(StringComparer.Ordinal), 0);

    public IReadOnlyList<string> Of(ValueSort sort) => [.. Names.Where(name => name.Value == sort).Select(name => name.Key)];

    public Scope With(string name, ValueSort sort) => this with { Names = Names.SetItem(name, sort) };

    public (string Name, Scope Scope) Fresh(string prefix, ValueSort sort)
    {
        var name = $"{prefix}{Made}";
        return (name, new(Names.SetItem(name, sort), Made + 1));
    }
}
