using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>A picture of rows and columns whose cells hold lines: a board, a matrix, a month, threads.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Said">Below the title: as of when, compared with what.</param>
/// <param name="HeadWidth">How wide what names the rows is; nothing where rows have no name.</param>
/// <param name="ColumnWidth">How wide each column is.</param>
/// <param name="Columns">What names the columns.</param>
/// <param name="Rows">Top to bottom.</param>
internal sealed record PictureGrid(
    string Title,
    string Said,
    int HeadWidth,
    int ColumnWidth,
    ImmutableArray<string> Columns,
    ImmutableArray<PictureRow> Rows
);

/// <summary>A row of a picture.</summary>
/// <param name="Head">What names it, the first line strongly.</param>
/// <param name="Cells">One a column.</param>
internal sealed record PictureRow(ImmutableArray<string> Head, ImmutableArray<PictureCell> Cells);

/// <summary>A cell of a picture.</summary>
/// <param name="Lines">Top to bottom.</param>
/// <param name="IsGap">Whether something is missing here.</param>
internal sealed record PictureCell(ImmutableArray<PictureLine> Lines, bool IsGap = false)
{
    private const int Most = 40;

    /// <summary>The first lines; how many more there are is said.</summary>
    public static PictureCell Of(IEnumerable<PictureLine> lines, bool isGap = false)
    {
        var all = lines.ToArray();
        return new(
            all.Length <= Most ? [.. all] : [.. all.Take(Most), new($"{all.Length - Most:#,0} more", null, PictureLook.Note)],
            isGap
        );
    }
}

/// <summary>A line of a cell.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Category">Whose shape stands before it; null for none.</param>
/// <param name="Look">What became of it, or how much it weighs.</param>
/// <param name="Tag">A word or two after it, or null.</param>
internal sealed record PictureLine(string Text, string? Category, PictureLook Look, string? Tag = null);

/// <summary>How a line looks.</summary>
internal enum PictureLook
{
    /// <summary>As anything else.</summary>
    Usual,

    /// <summary>It went.</summary>
    Gone,

    /// <summary>It is said beside the others.</summary>
    Note,
}
