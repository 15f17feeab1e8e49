using System.Collections.Immutable;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The map as text: sectors by orbits, what is asked for of them.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Asked">What the address asks.</param>
/// <param name="All">How many things there are.</param>
/// <param name="Kinds">The kinds of the things there are, by title.</param>
/// <param name="Holders">Who holds any of them.</param>
/// <param name="Sectors">What is shown.</param>
/// <param name="Difference">What became of it since the moment compared with, or null.</param>
public sealed record MapTextView(
    Visit Visit,
    MapAsked Asked,
    int All,
    ImmutableArray<string> Kinds,
    Holders Holders,
    ImmutableArray<SectorText> Sectors,
    SkyDifference? Difference
)
{
    public static MapTextView Of(Visit visit, MapAsked asked)
    {
        var sky = MapPages.SkyOf(visit, visit.Reading, asked);
        var thread = asked.Strand(visit);
        var shown = asked.Among(sky, thread);
        return new(
            visit,
            asked,
            sky.Bodies.Length,
            [
                .. sky
                    .Bodies.Select(body => body.Entity.Kind)
                    .Distinct()
                    .OrderBy(visit.Words.Kind, StringComparer.OrdinalIgnoreCase),
            ],
            sky.Holders,
            [
                .. shown
                    .GroupBy(body => visit.Reading.Model.CategoryOf(body.Entity.Kind))
                    .OrderBy(sector => Array.IndexOf(RailLists.Order, sector.Key))
                    .Select(sector => SectorText.Of(visit, sector.Key, sector)),
            ],
            asked.Before(visit) is { } before
                ? SkyDifference.Of(asked.Among(MapPages.SkyOf(visit, before, asked), thread), shown, Orbits.Of)
                : null
        );
    }

    /// <summary>How many things are shown.</summary>
    public int Shown => Sectors.Sum(sector => sector.Count);
}

/// <summary>A sector and its orbits.</summary>
public sealed record SectorText(string Category, string Title, int Count, ImmutableArray<OrbitText> Orbits)
{
    public static SectorText Of(Visit visit, string category, IEnumerable<Body> bodies)
    {
        ImmutableArray<OrbitText> orbits =
        [
            .. bodies
                .GroupBy(body => Server.Orbits.Of(body.Distance))
                .OrderBy(orbit => orbit.Key)
                .Select(orbit => new OrbitText(
                    Server.Orbits.NameOf(orbit.Key),
                    [.. orbit.OrderBy(body => body.Distance.Days).ThenBy(body => body.Entity.Order)]
                )),
        ];
        return new(
            category,
            category.Length == 0 ? "Other" : visit.Words.Category(category),
            orbits.Sum(orbit => orbit.Bodies.Length),
            orbits
        );
    }
}

/// <summary>What lies on an orbit, nearest first.</summary>
public sealed record OrbitText(string Title, ImmutableArray<Body> Bodies);
