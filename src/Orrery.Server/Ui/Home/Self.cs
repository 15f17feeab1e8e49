using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Who sits at the browser, as a person of the workspace.</summary>
internal static class Self
{
    /// <summary>The person whose title, handle or ref is the name this browser gave; null when there is none.</summary>
    public static Entity? Of(Visit visit) => Persons.Named(visit.Reading, visit.Viewer.Name);

    /// <summary>What they look after; null when they are no person of the workspace.</summary>
    public static Area? AreaOf(Visit visit) => Of(visit) is { } person ? Area.Of(person) : null;
}
