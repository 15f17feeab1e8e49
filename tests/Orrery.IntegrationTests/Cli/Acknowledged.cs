using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.IntegrationTests.Cli;

/// <summary>A change that a process said was durable, before it was killed.</summary>
internal sealed record Acknowledged(Revision Revision, string Key)
{
    /// <summary>Lets a command write, and kills its process once it has acknowledged so many changes.</summary>
    public static async Task<List<Acknowledged>> FromKilledCommandAsync(string data, string run, int enough)
    {
        await using var process = OrreryProcess.Start(data, "exercise", "--run", run);
        List<Acknowledged> heard = [];
        while (await process.Out.ReadLineAsync() is { } line && TryRead(line) is { } change)
        {
            heard.Add(change);
            if (heard.Count == enough)
                process.Kill();
        }

        return heard;
    }

    /// <summary>Lets a server write for a client, and kills the server once it has acknowledged so many changes.</summary>
    public static async Task<List<Acknowledged>> FromKilledServerAsync(string data, string run, int enough)
    {
        await using var server = await OrreryProcess.ServeAsync(data);
        using var client = new HttpClient();
        List<Acknowledged> heard = [];
        try
        {
            using var answer = await AskAsync(client, data, "exercise", "--run", run);
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
            while (await lines.ReadLineAsync() is { } frame && TryReadFrame(frame) is { } change)
            {
                heard.Add(change);
                if (heard.Count == enough)
                    server.Kill();
            }
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            // The connection breaks with the server; what was heard before counts.
        }

        return heard;
    }

    /// <summary>Hands a command line to the server of a data folder, as the executable does.</summary>
    public static async Task<HttpResponseMessage> AskAsync(HttpClient client, string data, params string[] args)
    {
        var owner = FolderLock.FindOwner(DataFolder.Open(data))!;
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(owner.Endpoint!, "cli"));
        message.Headers.Add("Orrery-Token", owner.Token);
        message.Content = JsonContent.Create(
            new
            {
                args,
                folder = data,
                person = "Tester",
                showsProgress = false,
            }
        );
        return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
    }

    // A line that was cut off by the kill was not heard.
    private static Acknowledged? TryRead(string line) =>
        line.Split(' ') is ["ack", var revision, var key] && key.Count(c => c == '-') == 2
            ? new(new(long.Parse(revision, CultureInfo.InvariantCulture)), key)
            : null;

    private static Acknowledged? TryReadFrame(string frame)
    {
        try
        {
            using var json = JsonDocument.Parse(frame);
            return json.RootElement.TryGetProperty("out", out var text) ? TryRead(text.GetString()!.TrimEnd('\n')) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
