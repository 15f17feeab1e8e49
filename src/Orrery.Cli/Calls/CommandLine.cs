using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Orrery.Cli;

/// <summary>Understands a command line and runs it.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, ISite site, CancellationToken cancel)
    {
        var parsed = OrreryCommand.Of(new(terminal, site, args), TimeProvider.System).Parse(args);
        if (parsed.Action is ParseErrorAction)
            return Usage(parsed, parsed.Errors.Select(error => error.Message), terminal);
        if (TakenForWords(parsed) is { Length: > 0 } unknown)
            return Usage(parsed, unknown, terminal);
        var streams = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(streams, cancel);
    }

    // What takes several words takes an option that its command does not have for one of them. Behind a "--" it is one.
    private static string[] TakenForWords(ParseResult parsed) =>
        [
            .. parsed
                .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
                .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
                .Where(token => IsWordOf(parsed.CommandResult, token))
                .Select(token => $"'{token.Value}' is no option of this command."),
        ];

    private static bool IsWordOf(CommandResult command, Token token) =>
        command.Children.OfType<ArgumentResult>().Any(argument => argument.Tokens.Contains(token));

    private static int Usage(ParseResult parsed, IEnumerable<string> errors, Terminal terminal)
    {
        foreach (var error in errors)
            terminal.Error.WriteLine($"orrery: {error}");
        terminal.Error.WriteLine($"        See: {string.Join(' ', Words(parsed))} --help");
        return ExitCode.Usage;
    }

    private static Stack<string> Words(ParseResult parsed)
    {
        Stack<string> words = [];
        for (SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
        {
            if (at is CommandResult command)
                words.Push(command.Command.Name);
        }

        return words;
    }
}
