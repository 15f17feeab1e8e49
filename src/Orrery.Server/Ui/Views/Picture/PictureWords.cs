namespace Orrery.Server;

/// <summary>What stands on every picture of a view.</summary>
internal static class PictureWords
{
    /// <summary>As of when, and compared with what.</summary>
    public static string Said(ShownView view) =>
        $"as of {Dates.Of(view.Visit.Dates.DayOf(view.Reading.Valid))}{(view.Request.Against is { } against ? $", compared with {against}" : "")}";

    /// <summary>A line for a row or an entry, by what became of it.</summary>
    public static PictureLine Line(string text, string? category, RowMark mark, string? was) =>
        new(
            text,
            category,
            mark == RowMark.Went ? PictureLook.Gone : PictureLook.Usual,
            mark switch
            {
                RowMark.Came => "new",
                RowMark.Went => "gone",
                RowMark.Moved => was,
                _ => null,
            }
        );
}
