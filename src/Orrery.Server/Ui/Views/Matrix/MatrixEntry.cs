using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>One row of an answer as a matrix takes it.</summary>
/// <param name="Row">Its value in the column that makes the rows.</param>
/// <param name="Column">Its value in the column that makes the columns.</param>
/// <param name="Item">What is counted; nothing where the row names a place and nothing in it.</param>
/// <param name="Amount">What is added up.</param>
internal readonly record struct MatrixEntry(Value Row, Value Column, Value Item, Value Amount);

/// <summary>Which columns of an answer a matrix is made of.</summary>
/// <param name="Rows">Whose values are the rows.</param>
/// <param name="Columns">Whose values are the columns.</param>
/// <param name="Items">Whose values are counted; null to count rows.</param>
/// <param name="Amounts">Whose values are added up, or null.</param>
internal sealed record MatrixAxes(int Rows, int Columns, int? Items, int? Amounts)
{
    /// <summary>A row of the answer.</summary>
    public MatrixEntry Entry(ImmutableArray<Value> row) =>
        new(
            row[Rows],
            row[Columns],
            Items is { } items ? row[items] : new Value.List(row),
            Amounts is { } amounts ? row[amounts] : Value.Nothing
        );
}
