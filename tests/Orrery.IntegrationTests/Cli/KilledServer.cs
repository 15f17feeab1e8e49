using System.Collections.Concurrent;

namespace Orrery.IntegrationTests.Cli;

/// <summary>A real server that several callers write through at once, each with several writers, until it is killed with -9.</summary>
internal static class KilledServer
{
    private const int Callers = 3;

    /// <summary>Lets them write, and kills the server some moment after so many acknowledgements.</summary>
    /// <param name="data">The folder it serves, with the workspace <c>load</c>.</param>
    /// <param name="run">Tells what is written in this round from all others.</param>
    /// <param name="enough">Acknowledgements until the kill.</param>
    /// <param name="later">How much longer it goes on, so that the kill also falls between acknowledgements.</param>
    /// <returns>All acknowledgements that were heard.</returns>
    public static async Task<IReadOnlyCollection<Acknowledged>> WriteUntilKilledAsync(
        string data,
        string run,
        int enough,
        TimeSpan later
    )
    {
        await using var server = await OrreryProcess.ServeAsync(data);
        // On a machine that stands still for minutes a call that waits is no failure.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(20) };
        ConcurrentQueue<Acknowledged> heard = [];
        var kill = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var callers = Enumerable
            .Range(0, Callers)
            .Select(caller => ListenAsync(client, data, $"{run}c{caller}", heard, enough, kill))
            .ToArray();
        await Task.WhenAny(kill.Task, Task.WhenAll(callers));
        if (!kill.Task.IsCompleted)
            throw new InvalidOperationException(
                $"The server stopped by itself after {heard.Count} acknowledgements: {string.Join("; ", await Task.WhenAll(callers))}."
            );
        await using var killing = new Timer(_ => server.Kill(), null, later, Timeout.InfiniteTimeSpan);
        await Task.WhenAll(callers);
        return heard;
    }

    // Says what it heard last.
    private static async Task<string> ListenAsync(
        HttpClient client,
        string data,
        string run,
        ConcurrentQueue<Acknowledged> heard,
        int enough,
        TaskCompletionSource kill
    )
    {
        try
        {
            using var answer = await CommandDoor.AskAsync(client, data, "exercise", "--run", run, "--writers", "3");
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
            while (await lines.ReadLineAsync() is { } frame)
            {
                if (Acknowledged.TryRead(frame) is not { } change)
                    return frame;
                heard.Enqueue(change);
                if (heard.Count >= enough)
                    kill.TrySetResult();
            }

            return $"the end of an answer of status {(int)answer.StatusCode}";
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            // The connection breaks with the server; what was heard before counts.
            return cut.Message;
        }
    }
}
