using NodaTime;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A timeline as a file of its own.</summary>
internal static class TimelineSvg
{
    private const int Titles = 240;
    private const int Head = 40;

    public static string Write(ShownView view, TimelineView line)
    {
        var drawing = new TimelineDrawing(line);
        var moment = view.Visit.Dates.DayOf(view.Reading.Valid);
        var top = Head + TimelineDrawing.AxisHeight;
        using var file = new SvgFile(Titles + drawing.Width, top + drawing.Height + 8, view.Title);
        file.Text(14, 26, view.Title, PictureInks.Ink, 16, "600");
        file.Text(14, top - 8, $"as of {Dates.Of(moment)}", PictureInks.Ink3, 11);
        WriteRows(file, line, top);
        file.Enter(Titles, Head);
        WriteAxis(file, line, drawing);
        file.Leave();
        file.Enter(Titles, top);
        WriteBands(file, drawing, moment, Horizons.Of(view.Reading.Model));
        foreach (var tick in TimeTick.Wide(line.Scale).Where(tick => line.Scale.At(tick.From) >= 0))
            file.Line(line.Scale.At(tick.From), 0, line.Scale.At(tick.From), drawing.Height, PictureInks.SoftLine);
        if (drawing.PlaceOf(moment) is { } place)
            file.Line(place, 0, place, drawing.Height, PictureInks.Accent, 1.5);
        foreach (var curve in drawing.Curves)
            file.Path(
                curve.Path,
                ("fill", "none"),
                ("stroke", curve.Wait.IsTooEarly ? PictureInks.Ask : PictureInks.Ink3),
                ("stroke-width", curve.Wait.IsTooEarly ? "1.8" : "1")
            );
        foreach (var bar in drawing.Bars)
            WriteBar(file, bar);
        file.Leave();
        return file.Close();
    }

    private static void WriteRows(SvgFile file, TimelineView line, double top)
    {
        foreach (var group in line.Groups)
        {
            if (group.Title is { } title)
            {
                file.Text(14, top + 20, SvgFile.Fit(title, Titles - 30), PictureInks.Ink2, 12, "600");
                top += TimelineDrawing.RowHeight;
            }

            foreach (var row in group.Rows)
            {
                file.Body(row.Category, 20, top + 15);
                file.Text(
                    32,
                    top + 19,
                    SvgFile.Fit(row.Title, Titles - 46),
                    row.Row.Mark == RowMark.Went ? PictureInks.Ink3 : PictureInks.Ink
                );
                top += TimelineDrawing.RowHeight;
            }
        }
    }

    private static void WriteAxis(SvgFile file, TimelineView line, TimelineDrawing drawing)
    {
        foreach (var (ticks, top, text) in new[] { (TimeTick.Wide(line.Scale), 0, 16), (TimeTick.Narrow(line.Scale), 26, 38) })
        {
            foreach (var tick in ticks)
            {
                var (from, to) = (Math.Max(0, line.Scale.At(tick.From)), Math.Min(drawing.Width, line.Scale.At(tick.To)));
                file.Line(from, top, from, TimelineDrawing.AxisHeight, PictureInks.Line);
                if (to - from > tick.Label.Length * 7)
                    file.Text(
                        from + 5,
                        text,
                        tick.Label,
                        top == 0 ? PictureInks.Ink2 : PictureInks.Ink3,
                        11,
                        top == 0 ? "600" : "400"
                    );
            }
        }
    }

    private static void WriteBands(SvgFile file, TimelineDrawing drawing, LocalDate moment, Horizons horizons)
    {
        foreach (var band in drawing.Bands(moment, horizons).Where(band => band.Number % 2 == 1))
            file.Rect(band.From, 0, band.Width, drawing.Height, ("fill", PictureInks.Sunk));
    }

    private static void WriteBar(SvgFile file, TimelineBar bar)
    {
        var hue = PictureInks.Of(bar.Row.Category);
        (string, string)[] look = bar.Look switch
        {
            BarLook.Ghost => [("fill", "none"), ("stroke", hue), ("stroke-dasharray", "3 3"), ("stroke-opacity", "0.7")],
            BarLook.Guess => [("fill", hue), ("fill-opacity", "0.12")],
            _ => [("fill", hue), ("fill-opacity", bar.HasOpenEnd || bar.HasOpenStart ? "0.25" : "0.4"), ("stroke", hue)],
        };
        if (bar.IsDay)
            file.Path(bar.Diamond, look);
        else
            file.Rect(bar.X, bar.Y, bar.Width, TimelineBar.Height, [("rx", "4"), .. look]);
    }
}
