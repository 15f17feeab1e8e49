using System.CommandLine;
using Orrery.Graph;

namespace Orrery.Cli;

/// <summary>Runs what a command line says, and turns every ending into words and an exit code: nobody is shown a stack trace.</summary>
internal sealed class Running(Terminal terminal, ISite site, IReadOnlyList<string> args)
{
    public Terminal Terminal => terminal;

    /// <summary>The terminal of whoever it is done for.</summary>
    public Terminal TerminalOf(ParseResult parsed) =>
        terminal with
        {
            Person = parsed.GetValue<string?>(Common.As) ?? terminal.Person,
        };

    /// <summary>The action of a command that works on a data folder.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> OnData(Func<Call, Task> run) =>
        (parsed, cancel) => GuardAsync(() => site.RunAsync(new(parsed, args, terminal), run, cancel));

    /// <summary>The same, with words added to the command line: a question that was answered here is not asked again elsewhere.</summary>
    public Task<int> OnDataAsync(ParseResult parsed, string added, Func<Call, Task> run, CancellationToken cancel) =>
        GuardAsync(() => site.RunAsync(new(parsed, [.. args, added], terminal), run, cancel));

    /// <summary>The action of a command that works on a data folder and may take the standard input, which is read here, where the caller is.</summary>
    public Func<ParseResult, CancellationToken, Task<int>> OnDataWithInput(
        Func<ParseResult, bool> takesInput,
        Func<Call, Task> run
    ) =>
        (parsed, cancel) =>
            GuardAsync(() =>
            {
                var input = takesInput(parsed) ? terminal.Read() : null;
                var told = terminal with { Read = () => input ?? "" };
                return site.RunAsync(new(parsed, args, told) { Input = input }, run, cancel);
            });

    /// <summary>Refuses what only a process of its own can do.</summary>
    public void RequireOwnProcess(string command)
    {
        if (site is not OwnSite)
            throw new FaultException(CliFaults.NotHere(command));
    }

    /// <summary>Any other work.</summary>
    public async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (FaultException refused)
        {
            return await RefuseAsync(refused.Fault);
        }
        catch (OperationCanceledException)
        {
            return await RefuseAsync(CliFaults.Stopped());
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(CliFaults.FileUnusable(refusal.Message));
        }
        catch (Exception bug) when (Environment.GetEnvironmentVariable("ORRERY_TRACE") is null)
        {
            return await RefuseAsync(CliFaults.Unforeseen(bug));
        }
    }

    private async Task<int> RefuseAsync(Fault fault)
    {
        await terminal.Error.WriteLineAsync(Text.Harmless($"orrery: {fault.Message}\n        {fault.Remedy} [{fault.Code}]"));
        return ExitCode.Refused;
    }
}
