using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The map: the orrery, and the same as text.</summary>
internal static class MapPages
{
    public static IResult Show(Visit visit, string? @as) =>
        @as == "text"
            ? Page.Of<MapTextPage>(MapTextView.Of(visit, MapAsked.Read(visit.Http.Request.Query)))
            : Page.Of<MapPage>(visit);

    public static async Task Picture(Visit visit)
    {
        var asked = MapAsked.Read(visit.Http.Request.Query);
        var (sky, density) = (SkyOf(visit, visit.Reading, asked), Density.Of(visit.Reading));
        var response = visit.Http.Response;
        response.ContentType = "application/json; charset=utf-8";
        new OrreryPicture(visit).Write(response.BodyWriter, sky, density, asked.Strand(visit));
        await response.BodyWriter.FlushAsync(visit.Cancel);
    }

    /// <summary>The sky of a reading as an address asks for it.</summary>
    public static Sky SkyOf(Visit visit, Reading reading, MapAsked asked) => Sky.Of(reading, asked.People, visit.Dates.Zone);
}
