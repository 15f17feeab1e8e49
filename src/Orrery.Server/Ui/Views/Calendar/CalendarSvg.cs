namespace Orrery.Server;

/// <summary>A week or a month as a file of its own.</summary>
internal static class CalendarSvg
{
    public static string Write(ShownView view)
    {
        var calendar = Calendar.Of(view);
        var days = calendar.ByDay();
        return GridSvg.Write(
            new(
                view.Title,
                $"{calendar.Span.Title}, times as in {RecurrenceTelling.ZoneName(calendar.Zone)}, {PictureWords.Said(view)}",
                0,
                170,
                [.. days.Take(7).Select(day => day.Day.DayOfWeek.ToString())],
                [.. days.Chunk(7).Select(week => new PictureRow([], [.. week.Select(day => Cell(view, day))]))]
            )
        );
    }

    private static PictureCell Cell(ShownView view, CalendarDay day) =>
        PictureCell.Of(day.Entries.Select(entry => Line(view, entry)).Prepend(new($"{day.Day.Day}", null, PictureLook.Note)));

    private static PictureLine Line(ShownView view, CalendarEntry entry) =>
        PictureWords.Line(
            entry.At is { } at ? $"{RecurrenceTelling.Time(at)} {entry.Title}" : entry.Title,
            entry.Thing is { } thing ? view.Telling.CategoryOf(thing) : null,
            entry.Mark,
            entry.Was is { } was ? $"was {was}" : null
        );
}
