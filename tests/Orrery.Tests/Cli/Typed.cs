using Orrery.Cli;

namespace Orrery.Tests.Cli;

/// <summary>A command line, run in this process as somebody at a plain terminal would.</summary>
internal sealed record Typed(int Exit, string Out, string Error)
{
    public static Task<Typed> RunAsync(params string[] args) => RunInAsync(Path.GetTempPath(), args);

    public static async Task<Typed> RunInAsync(string folder, params string[] args)
    {
        using var answer = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(answer, error, Width: null, ShowsProgress: false, folder, "Tester");
        var exit = await CommandLine.RunAsync(
            args,
            terminal,
            new OwnSite(TimeProvider.System),
            TestContext.Current.CancellationToken
        );
        return new(exit, answer.ToString(), error.ToString());
    }
}
