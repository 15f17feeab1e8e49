using System.Globalization;
using System.Text;
using NodaTime;

namespace Orrery.Server;

/// <summary>Where everything of a line's picture stands.</summary>
/// <param name="line">What is drawn.</param>
/// <param name="scale">The heights it has room for.</param>
/// <param name="width">In units of the picture.</param>
/// <param name="height">In units of the picture.</param>
public sealed class TrendChart(TrendLine line, TrendScale scale, int width, int height)
{
    /// <summary>Where the line begins, from the left.</summary>
    public const int Left = 46;

    private const int Right = 10;
    private const int Top = 10;
    private const int Bottom = 22;

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}");

    public int Floor => height - Bottom;

    public int End => width - Right;

    /// <summary>The line; broken where there is no figure.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            var isDown = false;
            foreach (var point in line.Points)
            {
                if (point.Height is not { } amount)
                {
                    isDown = false;
                    continue;
                }

                path.Append(isDown ? 'L' : 'M').Append(Number(X(point.Day))).Append(' ').Append(Number(Y(amount)));
                isDown = true;
            }

            return path.ToString();
        }
    }

    /// <summary>Its points, with where they stand.</summary>
    public IEnumerable<(TrendPoint Point, string X, string Y)> Points =>
        line
            .Points.Where(point => point.Height is not null)
            .Select(point => (point, Number(X(point.Day)), Number(Y(point.Height!.Value))));

    /// <summary>Heights worth a line across, with where they stand.</summary>
    public IEnumerable<(double Amount, string Y)> Levels => scale.Levels.Select(level => (level, Number(Y(level))));

    /// <summary>Days worth a word below, with where they stand: the first, the last, and beginnings of years between them, none touching another.</summary>
    public IEnumerable<(LocalDate Day, string X, string Anchor)> Days
    {
        get
        {
            var (first, last) = (line.Points[0].Day, line.Points[^1].Day);
            if (first == last || X(last) - X(first) < MinimumGap * 1.5)
            {
                yield return (last, Number(X(last)), first == last ? "middle" : "end");
                yield break;
            }

            yield return (first, Number(X(first)), "start");
            yield return (last, Number(X(last)), "end");
            var latest = X(first);
            for (var year = first.Year + 1; year <= last.Year; year++)
            {
                var day = new LocalDate(year, 1, 1);
                if (X(day) - latest <= MinimumGap || X(last) - X(day) <= MinimumGap)
                    continue;
                latest = X(day);
                yield return (day, Number(latest), "middle");
            }
        }
    }

    /// <summary>Where the day that is looked at stands; null when it is not among those asked.</summary>
    public string? SeenX => line.Points.FirstOrDefault(point => point.IsSeen) is { } seen ? Number(X(seen.Day)) : null;

    private const double MinimumGap = 92;

    private double X(LocalDate day)
    {
        var (first, last) = (line.Points[0].Day, line.Points[^1].Day);
        var days = Period.DaysBetween(first, last);
        return days == 0
            ? (Left + width - Right) / 2.0
            : Left + ((width - Left - Right) * (double)Period.DaysBetween(first, day) / days);
    }

    private double Y(double amount) => Floor - ((Floor - Top) * (amount - scale.Low) / (scale.High - scale.Low));

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
