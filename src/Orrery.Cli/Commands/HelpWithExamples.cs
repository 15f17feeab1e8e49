using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Orrery.Cli;

/// <summary>The usual help, and below it what people would type.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const int Columns = 100;

    public override int Invoke(ParseResult parseResult)
    {
        usual.MaxWidth = Columns;
        HideArgumentsAbove(parseResult.CommandResult);
        var answer = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IExampled { Examples: var examples })
            parseResult.InvocationConfiguration.Output.WriteLine(
                $"Examples:\n{string.Join('\n', examples.Select(example => $"  {example}"))}\n"
            );
        return answer;
    }

    // What 'import PATH' takes is nothing to 'import kubernetes DIR'.
    private static void HideArgumentsAbove(CommandResult command)
    {
        for (var above = command.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
        {
            foreach (var argument in above.Command.Arguments)
                argument.Hidden = true;
        }
    }
}

/// <summary>A command that shows how it is used.</summary>
internal interface IExampled
{
    IReadOnlyList<string> Examples { get; }
}
