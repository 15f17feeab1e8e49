using System.CommandLine;
using System.CommandLine.Invocation;

namespace Orrery.Cli;

/// <summary>Understands a command line and runs it.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, ISite site, CancellationToken cancel)
    {
        var parsed = OrreryCommand.Of(new(terminal, site, args), TimeProvider.System).Parse(args);
        if (parsed.Action is ParseErrorAction)
            return Usage(parsed, terminal);
        var streams = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(streams, cancel);
    }

    private static int Usage(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
            terminal.Error.WriteLine($"orrery: {error.Message}");
        terminal.Error.WriteLine($"        See: {string.Join(' ', Words(parsed))} --help");
        return ExitCode.Usage;
    }

    private static Stack<string> Words(ParseResult parsed)
    {
        Stack<string> words = [];
        for (System.CommandLine.Parsing.SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
        {
            if (at is System.CommandLine.Parsing.CommandResult command)
                words.Push(command.Command.Name);
        }

        return words;
    }
}
