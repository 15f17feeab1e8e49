namespace Orrery.Server;

/// <summary>The lists in the rail: the kinds that have something, by category.</summary>
public static class RailLists
{
    /// <summary>The order in which categories stand everywhere.</summary>
    public static readonly string[] Order = ["context", "intent", "collaboration", "investment", "practice", ""];

    public static IEnumerable<RailCategory> Of(Visit visit) =>
        visit
            .Reading.Model.Kinds.Values.Where(kind => !kind.IsAbstract)
            .Where(kind => visit.Reading.WithLabel(kind.Symbol).Any())
            .Select(kind => (kind.Category, List: new RailKind(kind.Symbol, kind.Plural, CountOf(visit, kind))))
            .GroupBy(entry => entry.Category)
            .OrderBy(group => Array.IndexOf(Order, group.Key) is >= 0 and var place ? place : Order.Length)
            .Select(group => new RailCategory(
                group.Key,
                group.Key == "" ? "Other" : visit.Words.Category(group.Key),
                [.. group.Select(entry => entry.List).OrderBy(list => list.Title, StringComparer.OrdinalIgnoreCase)]
            ));

    // People are never counted (vision, "What it must never become").
    private static int? CountOf(Visit visit, Orrery.Graph.Kind kind) =>
        kind.IsA("person") ? null : visit.Reading.CountWithLabel(kind.Symbol);
}

/// <summary>A category and its lists.</summary>
public sealed record RailCategory(string Symbol, string Title, IReadOnlyList<RailKind> Kinds);

/// <summary>A list of one kind.</summary>
/// <param name="Symbol">The kind's symbol.</param>
/// <param name="Title">What people call many of it.</param>
/// <param name="Count">How many there are; null where they are not counted.</param>
public sealed record RailKind(string Symbol, string Title, int? Count);
