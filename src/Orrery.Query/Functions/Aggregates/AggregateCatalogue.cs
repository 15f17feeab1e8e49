using System.Collections.Frozen;

namespace Orrery.Query;

/// <summary>Every aggregating function, by name in any case.</summary>
internal static class AggregateCatalogue
{
    public static IReadOnlyDictionary<string, AggregateFunction> All { get; } =
        (
            (AggregateFunction[])
                [
                    new("count", "count(value)", "How many values are not null; count(*) counts rows.", 1, _ => new Counting()),
                    new(
                        "sum",
                        "sum(value)",
                        "All numbers, durations or amounts of one currency together.",
                        1,
                        _ => new Summing()
                    ),
                    new(
                        "avg",
                        "avg(value)",
                        "The mean of numbers, durations or amounts of one currency.",
                        1,
                        _ => new Averaging()
                    ),
                    new("min", "min(value)", "The value that sorts first.", 1, _ => new Extreme(-1)),
                    new("max", "max(value)", "The value that sorts last.", 1, _ => new Extreme(1)),
                    new("collect", "collect(value)", "A list of all values that are not null.", 1, _ => new Collecting()),
                    new("stDev", "stDev(number)", "The standard deviation of a sample.", 1, _ => new Deviation(1)),
                    new("stDevP", "stDevP(number)", "The standard deviation of all there are.", 1, _ => new Deviation(0)),
                    new(
                        "percentileDisc",
                        "percentileDisc(number, share)",
                        "The number that so large a share does not exceed.",
                        2,
                        share => new Percentile(share, nearest: true)
                    ),
                    new(
                        "percentileCont",
                        "percentileCont(number, share)",
                        "The same, between two numbers where none is there.",
                        2,
                        share => new Percentile(share, nearest: false)
                    ),
                ]
        ).ToFrozenDictionary(aggregate => aggregate.Name, StringComparer.OrdinalIgnoreCase);
}
