using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a metric would be if everything stopped today (domain catalogue 2.6, Stop-everything).</summary>
/// <param name="Metric">Which.</param>
/// <param name="Now">Its last observation, or null.</param>
/// <param name="Lost">What the open bets were to move it by, which would not come; null where none says.</param>
/// <param name="By">Until when the last of that would have come, or null.</param>
/// <param name="Decay">What it loses a year when nobody tends it, from 0 to 1, or null.</param>
/// <param name="AfterAYear">What is left of the last observation then, or null.</param>
public sealed record Standstill(Entity Metric, double? Now, double? Lost, LocalDate? By, double? Decay, double? AfterAYear)
{
    /// <summary>All metrics of which something would change, in the order in which they became known.</summary>
    /// <param name="reading">The moment.</param>
    /// <param name="count">Counts what is visited.</param>
    public static IEnumerable<Standstill> Of(Reading reading, Action<int> count)
    {
        foreach (var metric in reading.OfKind("metric"))
        {
            count(1);
            if (Of(metric, count) is { } would)
                yield return would;
        }
    }

    private static Standstill? Of(Entity metric, Action<int> count)
    {
        var (lost, by) = (default(double?), default(LocalDate?));
        foreach (var target in metric.Relations(Direction.In, "targets"))
        {
            count(1);
            if (target.From is not { } bet || !Kinds.Is(bet, "bet") || !Kinds.IsOpen(bet))
                continue;
            if (Kinds.NumberOf(target["to-value"]) - Kinds.NumberOf(target["from-value"]) is { } expected)
                lost = (lost ?? 0) + expected;
            if (target["by-when"] is Value.Date { Day: var day } && !(by > day))
                by = day;
        }

        var decay = Kinds.NumberOf(metric["decay"]);
        if (lost is null && by is null && decay is null)
            return null;
        var now = metric.Series("observed") is [.., var last] ? last.Value : default(double?);
        return new(metric, now, lost, by, decay, now * (1 - decay));
    }
}
