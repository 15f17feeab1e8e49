using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>Every part of the screen in every state, over invented content.</summary>
internal static class GalleryPages
{
    public static IResult Show(HttpRequest request) => Page.Of<GalleryPage>(GalleryView.Of(request.Query["theme"]));
}
