using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Rows and columns.</summary>
internal static class TableShape
{
    public static DrawnShape Drawn { get; } = new(ViewShape.Table, "Table", "Read and compare, row by row.", typeof(TableView));
}
