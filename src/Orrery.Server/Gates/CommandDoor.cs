using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>Where commands of this machine's command line come in, when this server owns the data folder: <c>POST /cli</c>.</summary>
/// <param name="Header">The header that carries the token.</param>
/// <param name="Token">What the folder's lock file says, readable by its owner only.</param>
/// <param name="RunAsync">Runs the command in the first stream and answers into the second as it goes.</param>
public sealed record CommandDoor(string Header, string Token, Func<Stream, Stream, CancellationToken, Task> RunAsync)
{
    private const string Path = "/cli";
    private const long LargestCallInBytes = 1_000_000;

    /// <summary>Puts the door before the gates that keep forms of other sites out: nobody without the token comes through it.</summary>
    internal static void AddTo(IApplicationBuilder app, CommandDoor? door)
    {
        if (door is not null)
            app.Use((context, next) => context.Request.Path == Path ? door.EnterAsync(context) : next(context));
    }

    private Task EnterAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !IsFromHere(context) || !Knows(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return AnswerAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var call = new MemoryStream();
        await CopyAsync(context.Request.Body, call, context.RequestAborted);
        context.Response.ContentType = "application/x-ndjson";
        await context.Response.StartAsync(context.RequestAborted);
        await RunAsync(call, context.Response.BodyWriter.AsStream(), context.RequestAborted);
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationToken cancel)
    {
        await from.CopyToAsync(to, cancel);
        if (to.Length > LargestCallInBytes)
            throw new BadHttpRequestException("The command line is too long.", StatusCodes.Status413PayloadTooLarge);
        to.Position = 0;
    }

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private bool Knows(HttpContext context) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.Request.Headers[Header].ToString()),
            Encoding.UTF8.GetBytes(Token)
        );
}
