using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Orrery.Storage;

namespace Orrery.Bench;

/// <summary>A real server on a data folder of its own, with the demo company and a dense workspace.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(5) };
    private readonly string _folder;
    private readonly FolderOwner _owner;

    private HostileServer(Process process, string folder)
    {
        (_process, _folder) = (process, folder);
        _owner = FolderLock.FindOwner(DataFolder.Open(folder))!;
    }

    public static async Task<HostileServer> StartAsync(string executable, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [executable, "demo", "--port", "0", "--data", folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        if (
            await process.StandardOutput.ReadLineAsync() is not { } line
            || !line.StartsWith("Serving ", StringComparison.Ordinal)
        )
            throw new InvalidOperationException("The server did not start.");
        var server = new HostileServer(process, folder);
        if (!(await server.RunAsync("workspace", "list")).Out.Contains(HostileQueries.Dense, StringComparison.Ordinal))
            await server.MakeDenseAsync();
        return server;
    }

    /// <summary>How much memory it holds now.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Reads a page to its end.</summary>
    public async Task ReadAsync(string path) =>
        await (await _client.GetAsync(new Uri(_owner.Endpoint!, path))).EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();

    public Task<Told> AskAsync(HostileQuery query) =>
        RunAsync([
            "query",
            query.Text,
            "--workspace",
            query.Workspace,
            "--format",
            "csv",
            .. query.Parameters.SelectMany(parameter => (string[])["--param", parameter]),
        ]);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _client.Dispose();
    }

    private async Task MakeDenseAsync()
    {
        await RunAsync("workspace", "create", HostileQueries.Dense, "--open");
        foreach (var text in HostileQueries.Making)
        {
            if (
                (await RunAsync("query", text, "--workspace", HostileQueries.Dense, "--write")) is
                { Exit: not 0, Error: var error }
            )
                throw new InvalidOperationException(error);
        }
    }

    // As the executable hands a command line to a running server.
    private async Task<Told> RunAsync(params string[] args)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(_owner.Endpoint!, "cli"));
        message.Headers.Add("Orrery-Token", _owner.Token);
        message.Content = JsonContent.Create(
            new
            {
                args,
                folder = _folder,
                person = "Bench",
                showsProgress = false,
            }
        );
        using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var told = new Told(-1, "", "");
        while (await reader.ReadLineAsync() is { } line)
        {
            using var frame = JsonDocument.Parse(line);
            told = new(
                frame.RootElement.TryGetProperty("exit", out var exit) ? exit.GetInt32() : told.Exit,
                told.Out.Length < 1_000 && frame.RootElement.TryGetProperty("out", out var words) ? told.Out + words : told.Out,
                frame.RootElement.TryGetProperty("error", out var error) ? told.Error + error : told.Error
            );
        }

        return told;
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Told(int Exit, string Out, string Error);
