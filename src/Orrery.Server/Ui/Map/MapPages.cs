using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The map: the orrery, and the same as text.</summary>
internal static class MapPages
{
    public static IResult Show(Visit visit, string? @as, string? people) =>
        @as == "text" ? Page.Of<MapTextPage>(MapTextView.Of(visit, SkyOf(visit, people))) : Page.Of<MapPage>(visit);

    public static async Task Picture(Visit visit, string? people)
    {
        var (sky, density) = (SkyOf(visit, people), Density.Of(visit.Reading));
        var response = visit.Http.Response;
        response.ContentType = "application/json; charset=utf-8";
        new OrreryPicture(visit).Write(response.BodyWriter, sky, density);
        await response.BodyWriter.FlushAsync(visit.Cancel);
    }

    private static Sky SkyOf(Visit visit, string? people) =>
        Sky.Of(visit.Reading, people is "1" or "yes" ? People.Shown : People.LeftOut, visit.Dates.Zone);
}

/// <summary>The map as text: sectors by orbits.</summary>
public sealed record MapTextView(Visit Visit, ImmutableArray<SectorText> Sectors)
{
    public static MapTextView Of(Visit visit, Sky sky) =>
        new(
            visit,
            [
                .. sky
                    .Bodies.GroupBy(body => visit.Reading.Model.CategoryOf(body.Entity.Kind))
                    .OrderBy(sector => Array.IndexOf(RailLists.Order, sector.Key))
                    .Select(sector => new SectorText(
                        sector.Key,
                        sector.Key.Length == 0 ? "Other" : visit.Words.Category(sector.Key),
                        sector.Count(),
                        [
                            .. sector
                                .GroupBy(body => body.Distance.Days is { } days ? Orbits.Of(days) : Orbits.Names.Length)
                                .OrderBy(orbit => orbit.Key)
                                .Select(orbit => new OrbitText(
                                    orbit.Key < Orbits.Names.Length ? Orbits.Names[orbit.Key] : "not known",
                                    [.. orbit.OrderBy(body => body.Distance.Days).ThenBy(body => body.Entity.Order)]
                                )),
                        ]
                    )),
            ]
        );
}

/// <summary>A sector and its orbits.</summary>
public sealed record SectorText(string Category, string Title, int Count, ImmutableArray<OrbitText> Orbits);

/// <summary>What lies on an orbit, nearest first.</summary>
public sealed record OrbitText(string Title, ImmutableArray<Body> Bodies);
