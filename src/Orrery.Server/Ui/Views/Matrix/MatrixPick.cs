using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>The rows of the answer that a cell of a matrix stands for, as an address asks for them.</summary>
/// <param name="Title">Which cell it is.</param>
/// <param name="Rows">Its rows.</param>
public sealed record MatrixPick(string Title, ImmutableArray<ShownRow> Rows)
{
    public const string RowName = "row";
    public const string ColumnName = "column";

    /// <summary>What stands for all rows, or all columns.</summary>
    public const string Any = "*";

    /// <summary>What the address asks for; null when it asks for no cell, or for one that is not there.</summary>
    internal static MatrixPick? Of(ShownView view, Matrix matrix)
    {
        var query = view.Visit.Http.Request.Query;
        var (rowKey, columnKey) = (query[RowName].ToString(), query[ColumnName].ToString());
        if (rowKey.Length == 0 || columnKey.Length == 0)
            return null;
        var row = matrix.Rows.FirstOrDefault(group => group.Key == rowKey);
        var column = matrix.Columns.FirstOrDefault(group => group.Key == columnKey);
        if ((row is null && rowKey != Any) || (column is null && columnKey != Any))
            return null;
        var rows = view.Rows.Where(one => Fits(one, matrix.Axes.Rows, row) && Fits(one, matrix.Axes.Columns, column));
        return new(
            (row, column) switch
            {
                ({ } down, { } across) => $"{across.Title}, {down.Title}",
                ({ } down, null) => down.Title,
                (null, { } across) => across.Title,
                _ => "All",
            },
            [.. rows.Where(one => matrix.Axes.Items is not { } items || !one.Cells[items].IsNothing)]
        );
    }

    public static bool IsAsked(IQueryCollection query, ViewGroup? row, ViewGroup? column) =>
        query.ContainsKey(RowName) && query[RowName] == (row?.Key ?? Any) && query[ColumnName] == (column?.Key ?? Any);

    private static bool Fits(ShownRow row, int column, ViewGroup? group) =>
        group is null || row.Cells[column].Equals(group.Value) || row.Before?[column].Equals(group.Value) == true;
}
