using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Things whose title or ref has all the words.</summary>
public static class SearchPages
{
    private const int Most = 60;

    public static IResult Show(Visit visit, string? q)
    {
        var words = (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = words.Length == 0 ? [] : Find(visit, words);
        return Page.Of<SearchPage>(new SearchView(visit, q ?? "", found));
    }

    /// <summary>Those that begin with the first word come first, shorter titles before longer ones.</summary>
    public static ImmutableArray<Entity> Find(Visit visit, string[] words) =>
        [
            .. visit
                .Reading.Model.Kinds.Values.Where(kind => !kind.IsAbstract)
                .SelectMany(kind => visit.Reading.WithLabel(kind.Symbol))
                .Select(entity => (Entity: entity, entity.Title))
                .Where(found => HasAll(found.Entity, found.Title, words))
                .OrderBy(found => found.Title.StartsWith(words[0], StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(found => found.Title.Length)
                .ThenBy(found => found.Title, StringComparer.OrdinalIgnoreCase)
                .Select(found => found.Entity)
                .Take(Most),
        ];

    private static bool HasAll(Entity entity, string title, string[] words)
    {
        string? reference = null;
        return Array.TrueForAll(
            words,
            word =>
                title.Contains(word, StringComparison.OrdinalIgnoreCase)
                || (reference ??= entity.ToString()).Contains(word, StringComparison.OrdinalIgnoreCase)
        );
    }
}

/// <summary>What a search found.</summary>
public sealed record SearchView(Visit Visit, string Words, ImmutableArray<Entity> Found);
