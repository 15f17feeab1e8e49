using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Who sits at the browser, as a person of the workspace.</summary>
internal static class Self
{
    /// <summary>The person whose title, handle or ref is the name this browser gave; null when there is none.</summary>
    public static Entity? Of(Visit visit) =>
        visit
            .Reading.Model.WithDescendants("person")
            .SelectMany(visit.Reading.WithLabel)
            .FirstOrDefault(person =>
                Same(person.Title, visit.Viewer.Name)
                || Same(person["handle"].AsText, visit.Viewer.Name)
                || Same(person.Ref?.Key, EntityRef.KeyFor(visit.Viewer.Name))
            );

    /// <summary>What they look after; null when they are no person of the workspace.</summary>
    public static Area? AreaOf(Visit visit) => Of(visit) is { } person ? Area.Of(person) : null;

    private static bool Same(string? one, string? other) =>
        one is { Length: > 0 } && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
