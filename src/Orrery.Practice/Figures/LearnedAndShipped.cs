using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What was learned and what was released in a time (domain catalogue 2.6, Learn/ship ratio).</summary>
/// <param name="Learnings">Learnings written down.</param>
/// <param name="Reviews">Reviews of decisions.</param>
/// <param name="Results">Experiments that ended with a result.</param>
/// <param name="Releases">Releases.</param>
public sealed record LearnedAndShipped(int Learnings, int Reviews, int Results, int Releases)
{
    /// <summary>Learned for each release; null without one.</summary>
    public double? Ratio => LearnShipRatio.Of(Learnings, Reviews, Results, Releases);

    /// <summary>Counts by the days that things carry themselves, both ends included.</summary>
    public static LearnedAndShipped Of(Reading reading, LocalDate from, LocalDate to, Action<int> count)
    {
        return new(
            On("learning", "learned-on"),
            On("decision-review", "held-on"),
            On("experiment", "ends-on", result => result["result"].AsText is not (null or "pending")),
            On("release", "released-on")
        );

        int On(string kind, string field, Func<Entity, bool>? also = null) =>
            reading
                .OfKind(kind)
                .Count(thing =>
                {
                    count(1);
                    return thing[field] is Value.Date { Day: var day }
                        && day >= from
                        && day <= to
                        && also?.Invoke(thing) != false;
                });
    }
}
