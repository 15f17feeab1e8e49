using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>What every answer says: what a page may load, and how long the server took.</summary>
internal static class ResponseHeaders
{
    // Nothing but our own files: no inline style or script, no frame, no plug-in, nothing from elsewhere.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"server;dur={milliseconds:0.00}");
            return Task.CompletedTask;
        });
        return next(context);
    }
}
