using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Orrery.Server;

/// <summary>Where commands of this machine's command line come in, when this server owns the data folder: <c>POST /cli</c>.</summary>
/// <param name="Header">The header that carries the token.</param>
/// <param name="Token">What the folder's lock file says, readable by its owner only.</param>
/// <param name="RunAsync">Runs the command in the first stream and answers into the second as it goes.</param>
public sealed record CommandDoor(string Header, string Token, Func<Stream, Stream, CancellationToken, Task> RunAsync)
{
    private const string Path = "/cli";
    private const long LargestCallInBytes = 16 << 20;

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
        // Counted below: a limit of the web server would cut the line without a word.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        using var call = new MemoryStream();
        if (!await CopyAsync(context.Request.Body, call, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        context.Response.ContentType = "application/x-ndjson";
        await context.Response.StartAsync(context.RequestAborted);
        await RunAsync(call, context.Response.BodyWriter.AsStream(), context.RequestAborted);
    }

    // False where it is more than a command line and what is given to it may be.
    private static async Task<bool> CopyAsync(Stream from, MemoryStream to, CancellationToken cancel)
    {
        var buffer = new byte[64 << 10];
        while (await from.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            if (to.Length + read > LargestCallInBytes)
                return false;
            to.Write(buffer, 0, read);
        }

        to.Position = 0;
        return true;
    }

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private bool Knows(HttpContext context) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.Request.Headers[Header].ToString()),
            Encoding.UTF8.GetBytes(Token)
        );
}
