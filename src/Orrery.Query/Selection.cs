using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A plain list: the entities of a kind, narrowed, sorted, a page at a time. Small on purpose: queries take its place.</summary>
/// <param name="Kind">The kind's symbol; descendants are included.</param>
/// <param name="Words">Every word must occur in the title or the ref, in any case; empty for all.</param>
/// <param name="SortBy">A field's symbol; <c>title</c> by default.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">From 1 to 1,000.</param>
public sealed record Selection(
    string Kind,
    string Words = "",
    string SortBy = "title",
    bool Descending = false,
    int Page = 1,
    int PageSize = 100
)
{
    /// <summary>Answers it through a reading.</summary>
    public SelectionPage Run(Reading reading)
    {
        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var found = reading.OfKind(Kind).Where(entity => Matches(entity, words)).ToList();
        var sorted = Descending ? found.OrderByDescending(Key, ValueOrder.Instance) : found.OrderBy(Key, ValueOrder.Instance);
        var size = Math.Clamp(PageSize, 1, 1_000);
        return new([.. sorted.ThenBy(entity => entity.Id).Skip((Math.Max(1, Page) - 1) * size).Take(size)], found.Count);
    }

    private Value Key(Entity entity) => SortBy == "title" ? Value.Of(entity.Title.ToLowerInvariant()) : entity[SortBy];

    private static bool Matches(Entity entity, string[] words)
    {
        if (words is [])
            return true;
        var text = $"{entity.Title} {entity.Ref}";
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>One page of a selection.</summary>
/// <param name="Entities">In order.</param>
/// <param name="Total">How many there are over all pages.</param>
public sealed record SelectionPage(IReadOnlyList<Entity> Entities, int Total);
