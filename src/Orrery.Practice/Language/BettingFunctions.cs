using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Functions for talking about what to take on.</summary>
internal static class BettingFunctions
{
    public static ImmutableArray<AddedFunction> All { get; } =
    [
        new(
            "practice.costOfDelay",
            "What waiting costs, as a weight: urgency (whenever, soon, asap) times value (meh, bonus, killer). Weights may be given instead of words.",
            [In("urgency"), In("value")],
            2,
            (given, looking) => Value.Of(DelayOf(given, PracticeSettings.Of(looking.Reading.Model)))
        ),
        new(
            "practice.cd3",
            "Cost of delay divided by duration (days, weeks, months: 1 to 3 of each). The less sure the duration, the longer it counts. An order to talk in, not a score.",
            [In("urgency"), In("value"), In("duration"), In("confidence", ProcedureType.Number)],
            3,
            (given, looking) => Cd3(given, PracticeSettings.Of(looking.Reading.Model))
        ),
        new(
            "practice.voted",
            "What votes of confidence, each from 1 to 4, weigh together: their mean, from 0 to 1. Null without votes.",
            [In("votes", ProcedureType.List)],
            1,
            (given, looking) => Voted(given[0], PracticeSettings.Of(looking.Reading.Model))
        ),
        new(
            "practice.costRange",
            "What a piece of work of several teams costs, from least to most. Efforts are {people, involvement, weeks}: involvement is full, half, individual or a share, weeks a range; rate is what a week of a person costs.",
            [In("efforts", ProcedureType.List), In("rate", ProcedureType.Number)],
            2,
            (given, looking) =>
                Told.Range(
                    CostRange.Of(EffortsOf(given[0], PracticeSettings.Of(looking.Reading.Model)), Given.Number(given[1], "rate"))
                )
        ),
        new(
            "practice.deliveryLength",
            "How many weeks it takes, from least to most: coupling says how much waits for other parts (independent, light, high, sequential, or a share).",
            [In("efforts", ProcedureType.List), In("coupling")],
            2,
            (given, looking) => LengthOf(given, PracticeSettings.Of(looking.Reading.Model))
        ),
        new(
            "practice.width",
            "How wide a range is: its high less its low.",
            [In("range")],
            1,
            (given, _) => Value.Of(Given.Range(given[0], "range").Width)
        ),
        new(
            "practice.effortWidth",
            "How wide a range of hours is, from 0 to 1, on a scale that runs from one hour to a year and grows by multiples.",
            [In("hours")],
            1,
            (given, looking) =>
                Value.Of(
                    Convergence.EffortWidth(
                        Given.Range(given[0], "hours"),
                        PracticeSettings.Of(looking.Reading.Model).Number("longest-effort")
                    )
                )
        ),
        new(
            "practice.convergence",
            "What to talk about before settling on something: {advice, question}. The profile is a map with opportunity-size, experimentation and effort (ranges), intervention-certainty and reversibility; what is unsaid does not count.",
            [In("profile", ProcedureType.Map)],
            1,
            (given, looking) => ConvergenceWords.Of(Given.Map(given[0], "profile"), PracticeSettings.Of(looking.Reading.Model))
        ),
        new(
            "practice.abFeasibility",
            "Whether a comparison of two arms can tell anything in time: {perArm, days, isFeasible}. share is how many do it now, change the smallest difference that matters, perDay who can be in it, daysLeft the time there is.",
            [
                In("share", ProcedureType.Number),
                In("change", ProcedureType.Number),
                In("perDay", ProcedureType.Number),
                In("daysLeft", ProcedureType.Number),
            ],
            3,
            (given, looking) => Trial(given, PracticeSettings.Of(looking.Reading.Model))
        ),
    ];

    private static double DelayOf(ImmutableArray<Value> given, PracticeSettings settings) =>
        CostOfDelay.Of(
            Given.Weight(given[0], settings, "urgency-weights", "urgency"),
            Given.Weight(given[1], settings, "value-weights", "value")
        );

    private static Value Cd3(ImmutableArray<Value> given, PracticeSettings settings)
    {
        var confidence = given.Length > 3 && given[3] is not Value.Null ? Given.Above0(given[3], "confidence") : 1;
        return confidence <= 1
            ? Value.Of(
                CostOfDelay.PerDuration(
                    DelayOf(given, settings),
                    Given.Weight(given[2], settings, "duration-weights", "duration"),
                    confidence
                )
            )
            : throw Given.Misfit("confidence", given[3], "a share above 0, at most 1");
    }

    private static Value Voted(Value given, PracticeSettings settings)
    {
        var weights = settings.Numbers("vote-weights");
        double[] votes =
        [
            .. Given
                .Items(given, "votes")
                .Select(vote =>
                    vote is Value.Integer { Number: >= 1 and var number } && number <= weights.Length
                        ? weights[(int)number - 1]
                        : throw Given.Misfit("A vote", vote, $"a whole number from 1 to {weights.Length}")
                ),
        ];
        return votes.Length == 0 ? Value.Nothing : Value.Of(votes.Average());
    }

    private static TeamEffort[] EffortsOf(Value given, PracticeSettings settings) =>
        [.. Given.Items(given, "efforts").Select(effort => EffortOf(Given.Map(effort, "An effort"), settings))];

    private static TeamEffort EffortOf(Value.Map effort, PracticeSettings settings)
    {
        var people = Given.Above0(effort.Entries.GetValueOrDefault("people") ?? Value.Nothing, "people");
        var involvement = effort.Entries.GetValueOrDefault("involvement") ?? Value.Nothing;
        var share =
            involvement.AsText == "individual" ? 1 / people
            : involvement.AsText is null ? Given.Share(involvement, "involvement")
            : Given.Weight(involvement, settings, "involvement-shares", "involvement");
        return new(people, share, Given.Range(effort.Entries.GetValueOrDefault("weeks") ?? Value.Nothing, "weeks"));
    }

    private static Value LengthOf(ImmutableArray<Value> given, PracticeSettings settings)
    {
        var efforts = EffortsOf(given[0], settings);
        var coupling = given[1].AsText is null
            ? Given.Share(given[1], "coupling")
            : Given.Weight(given[1], settings, "coupling-shares", "coupling");
        return efforts.Length == 0 ? Value.Nothing : Told.Range(CostRange.Length(efforts, coupling));
    }

    private static Value Trial(ImmutableArray<Value> given, PracticeSettings settings)
    {
        var share = Given.Share(given[0], "share");
        var change = Given.Number(given[1], "change");
        if (change == 0)
            throw Given.Misfit("change", given[1], "a difference that is not 0");
        var most = settings.Number("longest-trial");
        if (given.Length > 3 && given[3] is not Value.Null)
            most = Math.Min(most, Given.Number(given[3], "daysLeft"));
        var size = TrialSize.Of(share, change, Given.Above0(given[2], "perDay"), settings.Number("trial-factor"), most);
        return Told.Map(
            ("perArm", Value.Of(size.PerArm)),
            ("days", Value.Of(size.Days)),
            ("isFeasible", Value.Of(size.IsFeasible))
        );
    }
}
