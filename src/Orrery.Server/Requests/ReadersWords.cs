using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>In whose words a browser reads: the key of a community, kept in a cookie, one for each workspace.</summary>
internal static class ReadersWords
{
    private const string Prefix = "orrery-words-";
    private const int MostCharacters = 200;

    /// <summary>The community, or null for the model's own titles. One that is not there is harmless: it has no words.</summary>
    public static string? Of(HttpContext http, string workspace) =>
        http.Request.Cookies[Prefix + workspace] is { Length: > 0 and <= MostCharacters } kept
            ? Uri.UnescapeDataString(kept)
            : null;

    /// <summary>Chosen on purpose: the model's own titles, though the workspace has a community for those who choose none.</summary>
    public const string ModelsOwn = "-";

    /// <summary>Keeps it; an empty one goes back to what the workspace shows to those who choose none.</summary>
    public static void Keep(HttpContext http, string workspace, string community)
    {
        var options = new CookieOptions
        {
            Path = $"/w/{Uri.EscapeDataString(workspace)}",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            MaxAge = TimeSpan.FromDays(400),
        };
        if (community.Length == 0)
            http.Response.Cookies.Delete(Prefix + workspace, options);
        else
            http.Response.Cookies.Append(Prefix + workspace, Uri.EscapeDataString(community), options);
    }
}
