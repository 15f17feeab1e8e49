using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Tells browsers of each new revision, as server-sent events. Pages then ask for themselves again.</summary>
internal static class Feed
{
    public static async Task Follow(Visit visit, IHostApplicationLifetime lifetime)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(visit.Cancel, lifetime.ApplicationStopping);
        var response = visit.Http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        try
        {
            await foreach (var revision in RevisionsAsync(visit.Workspace, ended.Token))
            {
                await response.WriteAsync(
                    string.Create(CultureInfo.InvariantCulture, $"event: revision\ndata: {revision}\n\n"),
                    ended.Token
                );
                await response.Body.FlushAsync(ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The browser left, or the server stops.
        }
    }

    // The first word is asked for only once we listen, so that no revision falls between the two.
    private static async IAsyncEnumerable<Revision> RevisionsAsync(
        Workspace workspace,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var followed = workspace.FollowAsync(cancel).GetAsyncEnumerator(cancel);
        var next = followed.MoveNextAsync().AsTask();
        yield return workspace.Current.At;
        while (await next)
        {
            yield return followed.Current;
            next = followed.MoveNextAsync().AsTask();
        }
    }
}
