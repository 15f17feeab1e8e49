using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Functions of teams. None answers for a single person.</summary>
internal static class TeamFunctions
{
    public static ImmutableArray<AddedFunction> All { get; } =
    [
        new(
            "practice.effectiveTeams",
            "Of how many groups of people who share work a team is made; a person without work counts as one.",
            [In("team", ProcedureType.Node)],
            1,
            (given, looking) => Value.Of((long)ShapeOf(TeamIn(given[0], looking, "practice.effectiveTeams"), looking).Effective)
        ),
        new(
            "practice.wip",
            "How many bets and initiatives a team has in action at once.",
            [In("team", ProcedureType.Node)],
            1,
            (given, looking) => Value.Of((long)WorkInProgress.Of(TeamIn(given[0], looking, "practice.wip")))
        ),
        new(
            "practice.wipLimit",
            "How many it may have: its own limit, else half of its members. Null for a team without either.",
            [In("team", ProcedureType.Node)],
            1,
            (given, looking) => Told.Number(WorkInProgress.LimitOf(TeamIn(given[0], looking, "practice.wipLimit")))
        ),
        new(
            "practice.focusCheck",
            "What is wrong with the focus of a team; an empty list where it holds. Of a team, in all cycles or in one, or of a list of {lane, share}.",
            [In("of"), In("cycle", ProcedureType.String)],
            1,
            (given, looking) => Focus(given, looking)
        ),
        new(
            "practice.laneRule",
            "Whether a partner's work has the place that the way of working together needs. Null for a mode or a place it does not know.",
            [In("mode", ProcedureType.String), In("origin", ProcedureType.String), In("partner", ProcedureType.String)],
            3,
            (given, _) =>
                LaneRule.IsKept(given[0].AsText!, given[1].AsText!, given[2].AsText!) is { } kept ? Value.Of(kept) : Value.Nothing
        ),
    ];

    /// <summary>The shape of a team by the settings of its workspace.</summary>
    public static TeamShape ShapeOf(Entity team, Looking looking) =>
        TeamShape.Of(team, PracticeSettings.Of(looking.Reading.Model).Number("shared-within"), looking.Count);

    private static Entity TeamIn(Value value, Looking looking, string function)
    {
        var team = Given.Thing(value, looking, "team");
        return Kinds.Is(team, "person") ? throw new FaultException(PracticeFaults.OfAPerson(function)) : team;
    }

    private static Value Focus(ImmutableArray<Value> given, Looking looking)
    {
        var slots =
            given[0] is Value.Entity
                ? SlotsOf(TeamIn(given[0], looking, "practice.focusCheck"), given.Length > 1 ? given[1].AsText : null)
                : Given.Items(given[0], "of").Select(SlotOf);
        var check = FocusCheck.Of(PracticeSettings.Of(looking.Reading.Model));
        return Told.Texts(check.Breaches(slots).Select(breach => WordsOf(breach, check)));
    }

    private static IEnumerable<(string Lane, double Share)> SlotsOf(Entity team, string? cycle) =>
        team.Relations(Direction.In, "slot-of")
            .Select(relation => relation.From)
            .OfType<Entity>()
            .Where(slot => cycle is null || IsFor(slot, cycle))
            .Select(slot => (slot["lane"].AsText ?? "", Kinds.NumberOf(slot["share"]) ?? 0));

    // A text in workspaces that took the funding pack before 1.3.
    private static bool IsFor(Entity slot, string cycle) =>
        slot["cycle"].AsText == cycle
        || slot.Relations(Direction.Out, "in-cycle")
            .Select(relation => relation.To)
            .OfType<Entity>()
            .Any(named => named.Title == cycle || named.Ref?.Key == cycle);

    private static (string Lane, double Share) SlotOf(Value slot)
    {
        var map = Given.Map(slot, "A place");
        return (
            map.Entries.GetValueOrDefault("lane")?.AsText ?? throw Given.Misfit("A place", slot, "{lane: ..., share: ...}"),
            Given.Share(map.Entries.GetValueOrDefault("share") ?? Value.Nothing, "The share of a place")
        );
    }

    private static string WordsOf(FocusBreach breach, FocusCheck check) =>
        breach switch
        {
            FocusBreach.NotOnePrimary => "not exactly one primary thing",
            FocusBreach.ManySecondary => "too many secondary things",
            FocusBreach.PrimaryThin => $"primary not above {Percent(check.PrimaryAbove)}",
            FocusBreach.SecondaryWide => $"secondary not below {Percent(check.SecondaryBelow)}",
            FocusBreach.AdHocWide => $"ad hoc not below {Percent(check.AdHocBelow)}",
            _ => throw new System.Diagnostics.UnreachableException($"No words for {breach}."),
        };

    private static string Percent(double share) => FormattableString.Invariant($"{share * 100:0.#} %");
}
