using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What a post answers.</summary>
internal static class Answers
{
    /// <summary>Sends the browser on, with the revision it must see.</summary>
    public static IResult SeeOther(string address, Revision done) =>
        new Redirection($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}");

    /// <summary>Sends the browser on when nothing was changed.</summary>
    public static IResult SeeOther(string address) => new Redirection(address);

    /// <summary>The page of ours that a form was sent from; null when the browser does not say.</summary>
    public static string? BackFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value
            ? Without(page.AbsolutePath, page.Query, "done")
            : null;

    /// <summary>The address that was asked for, without the word that something was done.</summary>
    public static string Here(HttpRequest request) =>
        Without(request.Path.ToUriComponent(), request.QueryString.ToUriComponent(), "done");

    private static string Without(string path, string query, string name)
    {
        var kept = query
            .TrimStart('?')
            .Split('&')
            .Where(pair => pair.Length > 0 && !pair.StartsWith($"{name}=", StringComparison.Ordinal));
        return string.Join('&', kept) is { Length: > 0 } rest ? $"{path}?{rest}" : path;
    }

    private sealed class Redirection(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
