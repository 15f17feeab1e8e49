using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Gives a query one more column about a thing that it already returns: what choosing a column for a table does. The result is a query like any other.</summary>
public static class AnotherColumn
{
    /// <summary>The same query with a field of the things of a column as its last column.</summary>
    /// <param name="text">A query that names its columns.</param>
    /// <param name="column">The number of the column that holds the things, from 0.</param>
    /// <param name="field">The field's symbol.</param>
    /// <param name="title">What the new column is called; another number is added where a column has that name.</param>
    /// <param name="spelling">How names are written.</param>
    /// <returns>Null when the column is no variable of the text (<see cref="ColumnOrigin.Whole"/>), or the text has no columns of its own.</returns>
    /// <exception cref="FaultException">It is no query.</exception>
    public static string? OfField(string text, int column, string field, string title, Spelling spelling) =>
        With(text, column, title, thing => $"{thing}.{spelling.Field(field)}");

    /// <summary>The same query with what the things of a column are related to as its last column: a list, so that no row comes or goes.</summary>
    /// <param name="text">A query that names its columns.</param>
    /// <param name="column">The number of the column that holds the things, from 0.</param>
    /// <param name="type">The relation type's symbol.</param>
    /// <param name="direction">Out when the things are the start.</param>
    /// <param name="title">What the new column is called; another number is added where a column has that name.</param>
    /// <param name="spelling">How names are written.</param>
    /// <returns>Null when the column is no variable of the text, or the text has no columns of its own.</returns>
    /// <exception cref="FaultException">It is no query.</exception>
    public static string? OfRelation(string text, int column, string type, Direction direction, string title, Spelling spelling)
    {
        var other = Spelling.Variable(FreeName("other", name => text.Contains(name, StringComparison.OrdinalIgnoreCase)));
        var (start, end) = direction == Direction.Out ? ("-", "->") : ("<-", "-");
        return With(text, column, title, thing => $"[({thing}){start}[:{spelling.Type(type)}]{end}({other}) | {other}]");
    }

    private static string? With(string text, int column, string title, Func<string, string> expression)
    {
        var tree = Parser.Parse(text);
        if (
            tree.Query.Parts
                is not [{ Clauses: [.. var before, Clause.Return { Projection: { IncludesAll: false } shown } give] } part]
            || shown.Items.ElementAtOrDefault(column)?.Expression is not Expression.Variable { Name: var variable }
        )
            return null;
        var names = shown.Items.Select(item => item.Alias ?? item.Text).ToHashSet(StringComparer.Ordinal);
        var added = Item($"{expression(Spelling.Variable(variable))} AS {Spelling.Variable(FreeName(title, names.Contains))}");
        ImmutableArray<ProjectionItem> items = [.. shown.Items.Select(Named), added];
        var returned = give with { Projection = shown with { Items = items } };
        return Printer.Print(tree with { Query = new([part with { Clauses = [.. before, returned] }], []) });
    }

    // A column without a name of its own is called what was written, which printing may write otherwise.
    private static ProjectionItem Named(ProjectionItem item) =>
        item.Alias is null && Printer.Print(item.Expression) != item.Text ? item with { Alias = item.Text } : item;

    private static ProjectionItem Item(string written) =>
        Parser.Parse($"RETURN {written}").Query.Parts is [{ Clauses: [Clause.Return { Projection.Items: [var item] }] }]
            ? item
            : throw new System.Diagnostics.UnreachableException($"'{written}' is one column.");

    private static string FreeName(string wanted, Func<string, bool> isTaken) =>
        Enumerable
            .Range(1, int.MaxValue)
            .Select(count => count == 1 ? wanted : $"{wanted} {count}")
            .First(name => !isTaken(name));
}
