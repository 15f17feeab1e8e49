using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Who sits at a browser: a name they gave, kept in a cookie. It is what they say of themselves, not a sign-in.</summary>
public static class Person
{
    private const string Cookie = "orrery-person";
    private const int MostCharacters = 80;

    /// <summary>The name this browser gave; else the one the server was started with.</summary>
    public static string Of(HttpContext http) =>
        Kept(http.Request) ?? http.RequestServices.GetRequiredService<ServerOptions>().Person;

    /// <summary>Whether this browser said a name of its own.</summary>
    public static bool IsSaid(HttpRequest request) => Kept(request) is not null;

    /// <summary>Keeps a name for this browser; an empty one makes it forget.</summary>
    /// <returns>Why it cannot be a name, or null.</returns>
    public static Fault? Keep(HttpContext http, string typed)
    {
        var name = typed.Trim();
        if (name.Length == 0)
            http.Response.Cookies.Delete(Cookie, Options());
        else if (!IsName(name))
            return ServerFaults.NameUnusable(name, MostCharacters);
        else
            http.Response.Cookies.Append(Cookie, Uri.EscapeDataString(name), Options());
        return null;
    }

    // A cookie is whatever somebody wrote into it: what is no name counts as none.
    private static string? Kept(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 } kept && Uri.UnescapeDataString(kept) is var name && IsName(name) ? name : null;

    private static bool IsName(string name) =>
        name.Length <= MostCharacters && name.Any(char.IsLetterOrDigit) && name.EnumerateRunes().All(IsShown);

    private static bool IsShown(System.Text.Rune rune) =>
        rune != System.Text.Rune.ReplacementChar
        && System.Text.Rune.GetUnicodeCategory(rune)
            is not (
                System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator
            );

    private static CookieOptions Options() =>
        new()
        {
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            MaxAge = TimeSpan.FromDays(400),
        };
}
