using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A row of a view.</summary>
/// <param name="Cells">A value for each column.</param>
/// <param name="Mark">What became of it since the moment compared with.</param>
/// <param name="Before">Its cells then, where it moved; else null.</param>
public sealed record ShownRow(ImmutableArray<Value> Cells, RowMark Mark, ImmutableArray<Value>? Before)
{
    /// <summary>How a stylesheet and a test know the mark; null for a row that is as it was.</summary>
    public string? MarkName =>
        Mark switch
        {
            RowMark.Came => "came",
            RowMark.Went => "went",
            RowMark.Moved => "moved",
            _ => null,
        };
}
