using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Says which columns of an answer hold things and which hold fields of them: what a view can edit, drag and label.</summary>
public static class ColumnOrigins
{
    /// <summary>One origin for each column that the text names; empty when it says <c>RETURN *</c>, joins queries by UNION or returns nothing.</summary>
    /// <param name="text">A query.</param>
    /// <param name="reading">Whose names it uses.</param>
    /// <exception cref="FaultException">It is no query.</exception>
    /// <remarks>Cost: reading the text; nothing is asked.</remarks>
    public static ImmutableArray<ColumnOrigin> Of(string text, Reading reading)
    {
        var tree = Parser.Parse(text);
        if (tree.Query.Parts is not [{ Clauses: [.., Clause.Return { Projection: { IncludesAll: false, Items: var items } }] }])
            return [];
        var vocabulary = Vocabulary.Of(new Ground(reading, isAnyTime: false));
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, item) in items.Index())
        {
            if (item.Expression is Expression.Variable variable)
                columns.TryAdd(variable.Name, index);
        }

        return
        [
            .. items.Select(item =>
                item.Expression switch
                {
                    Expression.Variable { Name: var name } => new ColumnOrigin.Whole(name),
                    Expression.Property { Target: Expression.Variable { Name: var name }, Key: var key }
                        when columns.TryGetValue(name, out var column) && !OurProperties.Names.Contains(key) =>
                        new ColumnOrigin.FieldOf(column, vocabulary.Field(key)),
                    _ => (ColumnOrigin)new ColumnOrigin.Computed(),
                }
            ),
        ];
    }
}
