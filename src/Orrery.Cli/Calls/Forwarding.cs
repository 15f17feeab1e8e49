using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary>Hands a command to the server that owns the data folder, and passes on what it answers as it comes.</summary>
internal static class Forwarding
{
    public const string TokenHeader = "Orrery-Token";

    public static async Task<int> SendAsync(FolderOwner owner, Request request, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(owner.Endpoint!, "cli"));
        message.Headers.Add(TokenHeader, owner.Token);
        message.Content = JsonContent.Create(ForwardedCall.Of(request), ForwardedJson.Default.ForwardedCall);
        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            if (answer.StatusCode == HttpStatusCode.RequestEntityTooLarge)
                throw new FaultException(CliFaults.CallTooLarge());
            answer.EnsureSuccessStatusCode();
            await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
            return await PassOnAsync(stream, request.Terminal, cancel);
        }
        catch (Exception silence) when (silence is HttpRequestException or IOException or JsonException)
        {
            throw new FaultException(CliFaults.OwnerSilent(owner.Endpoint!, silence.Message));
        }
    }

    private static async Task<int> PassOnAsync(Stream stream, Terminal terminal, CancellationToken cancel)
    {
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            var frame = JsonSerializer.Deserialize(line, ForwardedJson.Default.ForwardedFrame)!;
            await terminal.Out.WriteAsync(frame.Out);
            await terminal.Error.WriteAsync(frame.Error);
            if (frame.Exit is { } exit)
                return exit;
            await terminal.Out.FlushAsync(cancel);
        }

        throw new IOException("it closed the connection before it was done.");
    }
}
