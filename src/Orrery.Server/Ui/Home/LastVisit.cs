using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Orrery.Server;

/// <summary>When somebody last looked at home, kept in a cookie of their browser. Looks within a few hours are one look.</summary>
internal static class LastVisit
{
    private static readonly Duration OneLook = Duration.FromHours(4);

    /// <summary>Notes this visit; answers the one before it, or null.</summary>
    public static Instant? Note(Visit visit)
    {
        if (!visit.IsNow)
            return null;
        var now = visit.Reading.Now;
        var (before, last) = Read(visit.Http.Request.Cookies[Name(visit)]);
        if (last is null || now - last > OneLook)
            (before, last) = (last, now);
        if (visit.IsAhead)
            return before;
        visit.Http.Response.Cookies.Append(
            Name(visit),
            string.Create(CultureInfo.InvariantCulture, $"{before?.ToUnixTimeSeconds()}.{last.Value.ToUnixTimeSeconds()}"),
            new()
            {
                Path = visit.Links.Root,
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(400),
            }
        );
        return before;
    }

    private static string Name(Visit visit) => $"orrery-looked-{visit.Workspace.Name}";

    private static (Instant? Before, Instant? Last) Read(string? cookie) =>
        cookie?.Split('.') is [var before, var last] ? (Parse(before), Parse(last)) : (null, null);

    private static Instant? Parse(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
            ? Instant.FromUnixTimeSeconds(seconds)
            : null;
}
