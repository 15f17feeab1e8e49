using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The relation type that arranges an outline: the one it is told, else the one that joins most of its things.</summary>
internal static class OutlineType
{
    private const int LookedAt = 500;

    /// <summary>Null when nothing joins them.</summary>
    public static string? Of(ShownView view) => Told(view) is { } told && Knows(view, told) ? told : Likely(view);

    /// <summary>The type that was asked for and that nothing is called any more; else null.</summary>
    public static string? Lost(ShownView view) => Told(view) is { } told && !Knows(view, told) ? told : null;

    private static string? Told(ShownView view) => view.Request[OutlineShape.By];

    private static bool Knows(ShownView view, string type) =>
        view.Reading.Model.FindRelationType(type) is not null || !view.Reading.Model.Settings.IsEnforced;

    // A hierarchy never comes back to where it was; such types go first.
    private static string? Likely(ShownView view)
    {
        var things = view.Rows.Take(LookedAt).Select(view.ThingOf).OfType<Entity>().DistinctBy(thing => thing.Id).ToList();
        var ids = things.Select(thing => thing.Id).ToHashSet();
        return things
            .SelectMany(thing => thing.Relations(Direction.Out))
            .Where(relation => ids.Contains(relation.ToId))
            .CountBy(relation => relation.Type)
            .OrderByDescending(count => view.Reading.Model.FindRelationType(count.Key)?.IsAcyclic == true)
            .ThenByDescending(count => count.Value)
            .ThenBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => count.Key)
            .FirstOrDefault();
    }
}
