using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>A picture of lines under columns of their own widths: a table, an outline.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Said">Below the title: as of when, compared with what.</param>
/// <param name="Columns">What names the columns, and whether they hold amounts.</param>
/// <param name="Rows">Top to bottom; the first <see cref="Most"/> are drawn, and how many more there are is said.</param>
/// <param name="Count">How many rows there are.</param>
internal sealed record PictureList(
    string Title,
    string Said,
    ImmutableArray<(string Title, bool IsAmount)> Columns,
    ImmutableArray<PictureListRow> Rows,
    int Count
)
{
    /// <summary>A picture is looked at, not searched: more rows than this are not drawn.</summary>
    public const int Most = 400;
}

/// <summary>A row of a list.</summary>
/// <param name="Cells">One a column.</param>
/// <param name="Level">How far its first cell stands in, from 0.</param>
/// <param name="IsStrong">Whether it is the heading of those below, or the sum of those above.</param>
internal sealed record PictureListRow(ImmutableArray<PictureLine> Cells, int Level = 0, bool IsStrong = false);
