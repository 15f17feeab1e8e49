using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>How words changed: another term, another meaning, no longer said.</summary>
internal static class WordTurns
{
    private const int Most = 40;

    private static readonly string[] Turning = ["term", "status", "definition", "definition-in-use"];

    /// <summary>The changes of words of some communities, the latest first, a few dozen at most.</summary>
    /// <param name="visit">Who looks.</param>
    /// <param name="communities">Whose words.</param>
    /// <param name="concepts">What can be called something.</param>
    /// <param name="wanted">What the list is narrowed to; empty for all.</param>
    public static ImmutableArray<WordTurn> Of(Visit visit, IEnumerable<Community> communities, Concepts concepts, string wanted)
    {
        var speaking = communities.Select(community => community.Symbol).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. visit
                .Reading.Model.Signifiers.Where(word =>
                    speaking.Contains(word.Community) && word.Term.Contains(wanted, StringComparison.OrdinalIgnoreCase)
                )
                .SelectMany(word => Of(visit, concepts, word))
                .OrderByDescending(turn => turn.Since)
                .Take(Most),
        ];
    }

    private static IEnumerable<WordTurn> Of(Visit visit, Concepts concepts, Signifier word)
    {
        if (visit.Reading.Find(word.Id) is not { } entity || concepts.Find(word.Of) is not { } concept)
            return [];
        var community = visit.Reading.Model.Communities.FirstOrDefault(c => c.Symbol == word.Community)?.Title ?? word.Community;
        return Turning
            .SelectMany(field => entity.Timeline(field).Skip(1))
            .Where(fact => fact.During.From <= visit.Reading.Valid)
            .Select(fact => new WordTurn(
                word.Term,
                concept,
                community,
                Said(fact),
                fact.Since,
                visit.Reading.Snapshot.CauseOf(fact.Revision)
            ));
    }

    private static string Said(FieldFact fact) =>
        (fact.Field, fact.Value.AsText) switch
        {
            ("term", { } term) => $"said as \"{term}\"",
            ("status", "deprecated") => "no longer said",
            ("status", { } status) => Words.Plain(status),
            (_, { } meaning) => $"means \"{meaning}\"",
            _ => "nothing said any more",
        };
}
