using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Functions of trust and of time.</summary>
internal static class FreshnessFunctions
{
    public static ImmutableArray<AddedFunction> All { get; } =
    [
        new(
            "practice.freshness",
            "How much of the trust in a thing is left, from 0 to 1: 1 when somebody just looked at it, a half after its half-life. Null for what does not age.",
            [In("thing", ProcedureType.Node)],
            1,
            (given, looking) => Told.Number(LeftOf(Given.Thing(given[0], looking, "thing")))
        ),
        new(
            "practice.freshnessAfter",
            "How much is left after an age, for a half-life. Both in days, or as durations.",
            [In("age"), In("halfLife")],
            2,
            (given, looking) => Value.Of(After(given, PracticeSettings.Of(looking.Reading.Model)))
        ),
        new(
            "practice.freshnessBand",
            "The word for it: fresh, ageing or stale. Of a thing, or of how much is left. A thing is also stale when it was to be looked at by now.",
            [In("of")],
            1,
            (given, looking) => Band(given[0], looking)
        ),
        new(
            "practice.halfLife",
            "After how many days half of the trust is gone. Of a thing or, by its symbol, of a kind. Null for what does not age.",
            [In("of")],
            1,
            (given, looking) => HalfLife(given[0], looking)
        ),
        new(
            "practice.horizon",
            "The horizon, from h0, hours, to h6, decades: of a length of time (days, a duration, a period), or where a thing lies. Null where nothing says.",
            [In("of")],
            1,
            (given, looking) => HorizonOf(given[0], looking)
        ),
        new(
            "practice.fiscalYear",
            "The first day of the fiscal year in which a day lies.",
            [In("day", ProcedureType.Temporal)],
            1,
            (given, looking) => Value.Of(FiscalYears.Of(looking.Reading.Model).BeginOf(Given.Day(given[0], "day")))
        ),
    ];

    private static double? LeftOf(Entity thing)
    {
        var trust = Trust.Of(thing.Reading);
        return trust.LeftOf(thing, trust.LookAt(thing));
    }

    private static double After(ImmutableArray<Value> given, PracticeSettings settings)
    {
        var halfLife = Given.Days(given[1], settings, "halfLife");
        return halfLife > 0
            ? Trust.Left(Math.Max(0, Given.Days(given[0], settings, "age")), halfLife)
            : throw Given.Misfit("halfLife", given[1], "more than 0 days");
    }

    private static Value Band(Value of, Looking looking)
    {
        if (of is not Value.Entity)
            return WordOf(FreshnessBands.Of(PracticeSettings.Of(looking.Reading.Model)).Word(Given.Share(of, "of")));
        var thing = Given.Thing(of, looking, "of");
        var trust = Trust.Of(looking.Reading);
        return WordOf(trust.BandOf(thing, trust.LookAt(thing)));
    }

    private static Value WordOf(Freshness freshness) =>
        freshness switch
        {
            Freshness.Fresh => Value.Of("fresh"),
            Freshness.Ageing => Value.Of("ageing"),
            Freshness.Stale => Value.Of("stale"),
            _ => Value.Nothing,
        };

    private static Value HalfLife(Value of, Looking looking) =>
        of.AsText is { } symbol
            ? Told.Number(looking.Reading.Model.FindKind(symbol)?.HalfLifeInDays)
            : Told.Number(Trust.Of(looking.Reading).HalfLifeOf(Given.Thing(of, looking, "of")));

    private static Value HorizonOf(Value of, Looking looking)
    {
        if (of is Value.Entity)
            return Told.Horizon(
                new Placings(looking.Reading, looking.Reading.Model.Settings.Zone).Of(Given.Thing(of, looking, "of"))?.Horizon
            );
        var settings = PracticeSettings.Of(looking.Reading.Model);
        return Told.Horizon(Horizons.Of(looking.Reading.Model).At(Given.Days(of, settings, "of")));
    }
}
