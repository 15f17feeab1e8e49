using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Practice;

/// <summary>The reviewed list of what is not worked out (domain catalogue 2.9), read from the assembly.</summary>
public static class Guardrails
{
    private const string File = "guardrails/guardrails.yaml";

    private static readonly (
        PeopleGuard People,
        ImmutableArray<string> Teams,
        ImmutableArray<string> Words,
        ImmutableArray<BannedComputation> Banned
    ) All = Read();

    /// <summary>Of whom queries work out no figures, unless of several together.</summary>
    public static PeopleGuard People => All.People;

    /// <summary>The kinds whose things are not put in the order of a figure.</summary>
    public static ImmutableArray<string> Teams => All.Teams;

    /// <summary>Words that a column of a pack is not called.</summary>
    public static ImmutableArray<string> Words => All.Words;

    /// <summary>What is refused, and why.</summary>
    public static ImmutableArray<BannedComputation> Banned => All.Banned;

    /// <summary>What is looked for in queries that are handed to others.</summary>
    public static ReviewedList Reviewed { get; } = new(All.People, All.Teams, All.Words);

    /// <summary>The entry of the list that something breaks.</summary>
    public static BannedComputation For(ReviewBreach breach)
    {
        var name = breach switch
        {
            ReviewBreach.PeopleCounted => "people-counted",
            ReviewBreach.PeopleRanked => "people-ranked",
            ReviewBreach.TeamsRanked => "teams-ranked",
            ReviewBreach.CompositeScore => "composite-score",
            ReviewBreach.BannedWord => "maturity",
            _ => throw new System.Diagnostics.UnreachableException($"No entry for {breach}."),
        };
        return All.Banned.First(banned => banned.Name == name);
    }

    private static (PeopleGuard, ImmutableArray<string>, ImmutableArray<string>, ImmutableArray<BannedComputation>) Read()
    {
        List<Fault> faults = [];
        var map = YamlText.Read(File, Shelved.Text(File), faults) ?? throw new FaultException(faults[0]);
        var people = map.Map("people");
        var guard = new PeopleGuard(
            people?.Texts("kinds") ?? [],
            people?.Texts("names") ?? [],
            people?.Texts("belonging") ?? [],
            model => (int)PracticeSettings.Of(model).Number("minimum-group")
        );
        var teams = map.Map("teams")?.Texts("kinds") ?? [];
        ImmutableArray<BannedComputation> banned =
        [
            .. (map.Map("computations")?.Named() ?? []).Select(one => new BannedComputation(
                one.Key,
                one.Map.Required("refuses"),
                one.Map.Required("because"),
                one.Map.Required("instead")
            )),
        ];
        var words = map.Texts("words");
        map.Close();
        return faults is [var first, ..] ? throw new FaultException(first) : (guard, teams, words, banned);
    }
}

/// <summary>Something that is not worked out.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Refuses">What it is.</param>
/// <param name="Because">Why not.</param>
/// <param name="Instead">What to do instead.</param>
public sealed record BannedComputation(string Name, string Refuses, string Because, string Instead);
