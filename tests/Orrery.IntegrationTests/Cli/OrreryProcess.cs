using System.Diagnostics;

namespace Orrery.IntegrationTests.Cli;

/// <summary>The real executable, running: the one built with the tests, or what <c>ORRERY_EXECUTABLE</c> names, as a published file.</summary>
internal sealed class OrreryProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _firstWord = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _error;

    private OrreryProcess(Process process)
    {
        _process = process;
        _error = ReadErrorAsync();
    }

    /// <summary>The first line on its error stream; empty when it ended without one.</summary>
    public Task<string> FirstWord => _firstWord.Task;

    /// <summary>Its answers, line by line.</summary>
    public StreamReader Out => _process.StandardOutput;

    /// <summary>Starts it on a data folder.</summary>
    public static OrreryProcess Start(string data, params IEnumerable<string> args) => StartIn(Path.GetTempPath(), data, args);

    /// <summary>Starts it on a data folder, from a working folder.</summary>
    public static OrreryProcess StartIn(string workingFolder, string data, params IEnumerable<string> args)
    {
        var process = StartOpen(workingFolder, data, args);
        process.StandardInput.Close();
        return new(process);
    }

    /// <summary>Runs it to its end, with something on its standard input.</summary>
    public static async Task<Answer> RunWithInputAsync(string input, string data, params IEnumerable<string> args)
    {
        var process = StartOpen(Path.GetTempPath(), data, args);
        await using var running = new OrreryProcess(process);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await running.EndAsync();
    }

    private static Process StartOpen(string workingFolder, string data, IEnumerable<string> args)
    {
        var published = Environment.GetEnvironmentVariable("ORRERY_EXECUTABLE");
        string[] command = published is null ? ["dotnet", Path.Combine(AppContext.BaseDirectory, "orrery.dll")] : [published];
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. args])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["ORRERY_DATA"] = data;
        // It lives for a second: nothing that it would learn about its code pays for counting.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<Answer> RunAsync(string data, params IEnumerable<string> args)
    {
        await using var process = Start(data, args);
        return await process.EndAsync();
    }

    /// <summary>A server on a free port, once it says that it serves.</summary>
    public static Task<OrreryProcess> ServeAsync(string data) => ServeAsync(data, "serve");

    /// <summary>The same by another command that serves.</summary>
    public static async Task<OrreryProcess> ServeAsync(string data, string command)
    {
        var server = Start(data, command, "--port", "0");
        var line = await server.Out.ReadLineAsync();
        if (line?.StartsWith("Serving ", StringComparison.Ordinal) == true)
            return server;
        server.Kill();
        throw new InvalidOperationException($"The server did not start, but said '{line}': {(await server.EndAsync()).Error}");
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Answer> EndAsync()
    {
        var answer = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new(_process.ExitCode, answer, await _error);
    }

    private async Task<string> ReadErrorAsync()
    {
        var all = new System.Text.StringBuilder();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            all.Append(line).Append('\n');
            _firstWord.TrySetResult(line);
        }

        _firstWord.TrySetResult("");
        return all.ToString();
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to stop, as Ctrl-C does.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>Sends it a signal.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

/// <summary>How a command ended.</summary>
internal sealed record Answer(int Exit, string Out, string Error);
