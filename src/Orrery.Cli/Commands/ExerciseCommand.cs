using System.CommandLine;
using System.Globalization;
using Orrery.Engine;
using Orrery.Graph;

namespace Orrery.Cli;

/// <summary><c>orrery exercise</c>: writes without end and says what was acknowledged, for tests that end the process. Not for people.</summary>
internal sealed class ExerciseCommand : Command
{
    private readonly Option<int> _writers = new("--writers") { DefaultValueFactory = _ => 4 };
    private readonly Option<string> _run = new("--run") { Required = true };

    public ExerciseCommand(Running running)
        : base("exercise", "Write without end, for tests.")
    {
        Hidden = true;
        Options.Add(Common.WorkspaceOption());
        Options.Add(_writers);
        Options.Add(_run);
        SetAction(running.OnData(WriteAsync));
    }

    private async Task WriteAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var run = call.Parsed.GetRequiredValue(_run);
        using var turn = new SemaphoreSlim(1, 1);
        await Task.WhenAll(
            Enumerable
                .Range(0, call.Parsed.GetValue(_writers))
                .Select(writer =>
                    WriteAsync(call, workspace, string.Create(CultureInfo.InvariantCulture, $"{run}-{writer}"), turn)
                )
        );
    }

    // Each change set makes a thing with two equal fields and joins it to the one before: half of one would show.
    private static async Task WriteAsync(Call call, Workspace workspace, string writer, SemaphoreSlim turn)
    {
        for (long n = 0; ; n++)
        {
            var during = Validity.Since(call.Now);
            List<GraphCommand> commands =
            [
                new GraphCommand.CreateEntity(
                    IdOf(writer, n),
                    ["probe"],
                    $"{writer}-{n}",
                    Properties.Of(("first", Value.Of(n)), ("second", Value.Of(n))),
                    during
                ),
            ];
            if (n > 0)
                commands.Add(
                    new GraphCommand.Relate(
                        Id.Named(writer, "after", $"{n}"),
                        "after",
                        IdOf(writer, n),
                        IdOf(writer, n - 1),
                        Properties.None,
                        during
                    )
                );
            var revision = (await workspace.ExecuteAsync(new(commands, call.Cause(null)), call.Cancel)).OrThrow();
            await turn.WaitAsync(call.Cancel);
            await call.SayAsync($"ack {revision} {writer}-{n}");
            turn.Release();
        }
    }

    private static Id IdOf(string writer, long n) => Id.Named(writer, $"{n}");
}
