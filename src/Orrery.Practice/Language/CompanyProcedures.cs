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
            "practice.askedLater",
            "What lifecycles ask some days after a step, such as a look back a month after a bet ended: of which thing, in which state since when, from which day, and whether it is there.",
            [],
            [
                In("thing", ProcedureType.Node),
                In("state", ProcedureType.String),
                In("asked", ProcedureType.String),
                In("since", ProcedureType.Temporal),
                In("due", ProcedureType.Temporal),
                In("there", ProcedureType.Boolean),
            ],
            (looking, _) =>
                AskedLater
                    .Of(looking.Reading, looking.Reading.Model.Settings.Zone, looking.Count)
                    .Select(asked =>
                        ImmutableArray.Create(
                            Told.Thing(asked.Thing),
                            Value.Of(asked.State),
                            Value.Of(asked.Title),
                            Value.Of(asked.Since),
                            Value.Of(asked.Due),
                            Value.Of(asked.IsThere)
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
