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
