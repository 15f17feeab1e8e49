using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Procedures about the whole company.</summary>
internal static class CompanyProcedures
{
    public static ImmutableArray<Procedure> All { get; } =
    [
        new(
            "practice.standstill",
            "What would change if everything stopped today: what the open bets were to bring to each metric, by when, what it loses a year untended, and what would be left of it after a year.",
            [],
            [
                In("metric", ProcedureType.Node),
                In("now", ProcedureType.Float),
                In("lost", ProcedureType.Float),
                In("by", ProcedureType.Temporal),
                In("decay", ProcedureType.Float),
                In("afterAYear", ProcedureType.Float),
            ],
            (looking, _) =>
                Standstill
                    .Of(looking.Reading, looking.Count)
                    .Select(would =>
                        ImmutableArray.Create(
                            Told.Thing(would.Metric),
                            Told.Number(would.Now),
                            Told.Number(would.Lost),
                            would.By is { } by ? Value.Of(by) : Value.Nothing,
                            Told.Number(would.Decay),
                            Told.Number(would.AfterAYear)
                        )
                    )
        ),
        new(
            "practice.learnShip",
            "What was learned and what was released from one day to another, and how much was learned for each release (null without one).",
            [In("from", ProcedureType.Temporal), In("to", ProcedureType.Temporal)],
            [
                In("learnings", ProcedureType.Integer),
                In("reviews", ProcedureType.Integer),
                In("results", ProcedureType.Integer),
                In("releases", ProcedureType.Integer),
                In("ratio", ProcedureType.Float),
            ],
            (looking, given) => LearnShip(looking, given)
        ),
    ];

    private static IEnumerable<ImmutableArray<Value>> LearnShip(Looking looking, ImmutableArray<Value> given)
    {
        if (given[0] is Value.Null || given[1] is Value.Null)
            return [];
        var all = LearnedAndShipped.Of(looking.Reading, Given.Day(given[0], "from"), Given.Day(given[1], "to"), looking.Count);
        return
        [
            [
                Value.Of((long)all.Learnings),
                Value.Of((long)all.Reviews),
                Value.Of((long)all.Results),
                Value.Of((long)all.Releases),
                Told.Number(all.Ratio),
            ],
        ];
    }
}
