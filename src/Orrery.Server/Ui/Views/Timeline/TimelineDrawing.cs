using System.Globalization;
using NodaTime;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Where everything of a timeline is drawn, in pixels; the page and the exported file draw the same.</summary>
public sealed class TimelineDrawing
{
    public const int RowHeight = 30;
    public const int AxisHeight = 44;

    private readonly Dictionary<string, int> _tops = new(StringComparer.Ordinal);
    private readonly TimelineView _view;

    public TimelineDrawing(TimelineView view)
    {
        _view = view;
        var top = 0;
        foreach (var group in view.Groups)
        {
            top += group.Title is null ? 0 : RowHeight;
            foreach (var row in group.Rows)
            {
                _tops[row.Key] = top;
                top += RowHeight;
            }
        }

        Height = top;
    }

    public int Height { get; }

    public int Width => (int)Math.Ceiling(_view.Scale.Width);

    public IEnumerable<TimelineBar> Bars => _view.Groups.SelectMany(group => group.Rows).SelectMany(BarsOf);

    public IEnumerable<TimelineCurve> Curves => _view.Waits.Select(CurveOf);

    public int TopOf(TimelineRow row) => _tops[row.Key];

    /// <summary>Where a day begins, when it is on the line.</summary>
    public double? PlaceOf(LocalDate day) => _view.Scale.At(day) is >= 0 and var place && place <= Width ? place : null;

    /// <summary>The horizons ahead of a day that are on the line.</summary>
    public IEnumerable<(double From, double Width, string Name, int Number)> Bands(LocalDate from, Horizons horizons) =>
        Horizons
            .All.Select((option, number) => (Span: horizons.Span(option, from)!, number))
            .Select(band =>
            {
                var (left, right) = Clamped(_view.Scale.At(band.Span.Start!.Value), _view.Scale.At(band.Span.End!.Value));
                return (left, right - left, Orbits.Names[band.number], band.number);
            })
            .Where(band => band.Item2 > 0);

    /// <summary>A number as SVG writes it.</summary>
    public static string Px(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private IEnumerable<TimelineBar> BarsOf(TimelineRow row)
    {
        if (row.Before is { } before && Bar(row, before, BarLook.Ghost) is { } ghost)
            yield return ghost;
        var look =
            row.Row.Mark == RowMark.Went ? BarLook.Ghost
            : row.IsGuess ? BarLook.Guess
            : BarLook.Plain;
        if (row.Span is { } span && Bar(row, span, look) is { } bar)
            yield return bar;
    }

    private TimelineBar? Bar(TimelineRow row, DaySpan span, BarLook look)
    {
        var perDay = _view.Scale.PerDay;
        var from = span.Start is { } start ? _view.Scale.At(start) : double.NegativeInfinity;
        var to = span.End is { } end ? _view.Scale.At(end) + perDay : double.PositiveInfinity;
        var (isDay, middle) = (span.IsDay && perDay < 10, (from + to) / 2);
        var (left, right) = Clamped(isDay ? middle - 7 : from, isDay ? middle + 7 : to);
        if (right <= left)
            return null;
        // Where only one end is known, the bar fades out towards the other, over at most a few months of the line.
        var fade = Math.Min(Width, 160);
        if (span.End is null)
            right = Math.Min(right, Math.Max(left, 0) + Math.Max(fade, Width - left));
        if (span.Start is null)
            left = Math.Max(0, right - fade);
        return new(row, look, left, TopOf(row) + 7, Math.Max(3, right - left), isDay, span.Start is null, span.End is null);
    }

    private (double Left, double Right) Clamped(double from, double to) => (Math.Clamp(from, 0, Width), Math.Clamp(to, 0, Width));

    private TimelineCurve CurveOf(TimelineWait wait)
    {
        var (from, to) = (EndOf(wait.For), StartOf(wait.Waiting));
        var (fromY, toY) = (TopOf(wait.For) + (RowHeight / 2), TopOf(wait.Waiting) + (RowHeight / 2));
        var bend = Math.Clamp(Math.Abs(to - from) / 2, 18, 60);
        return new(
            wait,
            $"M{Px(from)} {fromY}C{Px(from + bend)} {fromY} {Px(to - bend)} {toY} {Px(to - 3)} {toY}",
            $"{wait.Waiting.Title} waits for {wait.For.Title}"
        );
    }

    private double EndOf(TimelineRow row) =>
        Math.Clamp(
            row.Span?.End is { } end ? _view.Scale.At(end) + _view.Scale.PerDay
                : row.Span?.Start is { } start ? _view.Scale.At(start)
                : 0,
            0,
            Width
        );

    private double StartOf(TimelineRow row) =>
        Math.Clamp((row.Span?.Start ?? row.Span?.End) is { } start ? _view.Scale.At(start) : 0, 0, Width);
}

/// <summary>How a bar looks.</summary>
public enum BarLook
{
    /// <summary>It is so.</summary>
    Plain,

    /// <summary>It was so at the moment compared with.</summary>
    Ghost,

    /// <summary>Only a horizon is known.</summary>
    Guess,
}

/// <summary>A bar of a timeline.</summary>
/// <param name="Row">Whose.</param>
/// <param name="Look">How it looks.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Its top.</param>
/// <param name="Width">How long it is.</param>
/// <param name="IsDay">Whether it is one day, drawn as a mark.</param>
/// <param name="HasOpenStart">Whether nobody says when it began.</param>
/// <param name="HasOpenEnd">Whether nobody says when it ends.</param>
public sealed record TimelineBar(
    TimelineRow Row,
    BarLook Look,
    double X,
    double Y,
    double Width,
    bool IsDay,
    bool HasOpenStart,
    bool HasOpenEnd
)
{
    public const int Height = 16;

    /// <summary>The mark of a single day, as SVG writes a path.</summary>
    public string Diamond => string.Create(CultureInfo.InvariantCulture, $"M{X + (Width / 2):0.##} {Y}l7 8-7 8-7-8Z");
}

/// <summary>A curve from what is waited for to what waits.</summary>
/// <param name="Wait">What it means.</param>
/// <param name="Path">As SVG draws it.</param>
/// <param name="Said">In words.</param>
public sealed record TimelineCurve(TimelineWait Wait, string Path, string Said);
