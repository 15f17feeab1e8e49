using System.Globalization;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Figures with their trends as a file of its own.</summary>
internal static class NumberSvg
{
    private const int Across = 2;
    private const int Width = 360;
    private const int Height = 210;
    private const int Head = 60;

    public static string Write(ShownView view)
    {
        var trend = Trend.Of(view);
        var lines = TrendLine.In(trend).Take(TrendLine.Most).ToArray();
        var down = (lines.Length + Across - 1) / Across;
        using var file = new SvgFile(Width * Math.Min(Across, lines.Length), Head + (Height * down), view.Title);
        file.Text(14, 26, view.Title, PictureInks.Ink, 16, "600");
        file.Text(14, 44, PictureWords.Said(view), PictureInks.Ink3, 11);
        foreach (var (index, line) in lines.Index())
        {
            file.Enter(Width * (index % Across), Head + (Height * (index / Across)));
            WriteLine(file, view, trend, line);
            file.Leave();
        }

        return file.Close();
    }

    private static void WriteLine(SvgFile file, ShownView view, Trend trend, TrendLine line)
    {
        var field = trend.Columns.Amount is { } column && view.Rows is [var row, ..] ? view.FieldOf(row, column) : null;
        string Say(Value amount) => amount.IsNothing ? "–" : view.Visit.Values.Of(amount, field);
        if (line.Of is { IsNothing: false } of)
            file.Text(14, 16, SvgFile.Fit(NameOf(view, of), Width - 28), PictureInks.Ink2, 12, "600");
        file.Text(14, 44, Say(line.Seen), PictureInks.Ink, 22, "600");
        var heights = line.Points.Select(point => point.Height).OfType<double>().ToArray();
        if (line.Points.Length < 2 || heights is [])
            return;
        TrendChart chart = new(line, TrendScale.Of(heights), Width - 20, 140);
        file.Enter(0, 56);
        foreach (var (amount, y) in chart.Levels)
        {
            file.Line(TrendChart.Left, Number(y), chart.End, Number(y), PictureInks.SoftLine);
            file.Text(6, Number(y) + 4, view.Visit.Values.Short(Value.Of(amount), field), PictureInks.Ink3, 10);
        }

        file.Path(chart.Path, ("fill", "none"), ("stroke", PictureInks.Accent), ("stroke-width", "2"));
        foreach (var (day, x, anchor) in chart.Days)
            file.Text(
                Number(x)
                    - (
                        anchor == "end" ? 54
                        : anchor == "middle" ? 27
                        : 0
                    ),
                chart.Floor + 16,
                view.Visit.Dates.MonthOf(view.Visit.Dates.StartOf(day)),
                PictureInks.Ink3,
                10
            );
        file.Leave();
    }

    private static string NameOf(ShownView view, Value of) =>
        ViewGroups.ThingOf(view, of) is { } thing ? Titles.Of(thing) : view.Visit.Values.Of(of, null);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
