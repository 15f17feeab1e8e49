using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Things that may be found while typing.</summary>
public sealed record SuggestionView(Visit Visit, ImmutableArray<Entity> Found)
{
    /// <summary>What the ids of its lines begin with: a page may hold several lists.</summary>
    public string List { get; init; } = "suggestion";
}

/// <summary>What may stand at the other end of a relation.</summary>
public static class OtherEnds
{
    /// <summary>Those with all the words; titles that begin with them first, shorter ones before longer ones.</summary>
    public static ImmutableArray<Entity> Find(Visit visit, RelationChoice choice, string typed, int most)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. CandidatesOf(visit, choice)
                .Select(entity => (Entity: entity, Title: Titles.Of(entity)))
                .Where(found => Array.TrueForAll(words, word => Has(found.Title, found.Entity, word)))
                .OrderBy(found => found.Title.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(found => words.Length == 0 ? 0 : found.Title.Length)
                .ThenBy(found => found.Title, StringComparer.OrdinalIgnoreCase)
                .Take(most)
                .Select(found => found.Entity),
        ];
    }

    /// <summary>A ref or an id; else the one title that is exactly so, else the only one that contains it; else null.</summary>
    public static Entity? FindOnly(Visit visit, RelationChoice choice, string typed)
    {
        if (typed.Length == 0)
            return null;
        if (visit.Find(typed) is { } known)
            return known;
        var candidates = CandidatesOf(visit, choice).ToArray();
        return Only(candidates.Where(entity => entity.Title.Equals(typed, StringComparison.OrdinalIgnoreCase)))
            ?? Only(candidates.Where(entity => entity.Title.Contains(typed, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<Entity> CandidatesOf(Visit visit, RelationChoice choice)
    {
        var model = visit.Reading.Model;
        var kinds = choice.OtherKinds.IsEmpty ? model.Kinds.Keys.Where(kind => !model.Kinds[kind].IsAbstract) : choice.OtherKinds;
        // Communities are of the model, and yet what a thing may be told in the words of.
        return kinds
            .SelectMany(model.WithDescendants)
            .Concat(choice.OtherKinds.IsEmpty ? [MetaKinds.Community] : [])
            .Distinct(StringComparer.Ordinal)
            .SelectMany(visit.Reading.WithLabel);
    }

    private static bool Has(string title, Entity entity, string word) =>
        title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || entity.ToString().Contains(word, StringComparison.OrdinalIgnoreCase);

    private static Entity? Only(IEnumerable<Entity> entities) => entities.Take(2).ToArray() is [var only] ? only : null;
}
