using System.Collections.Immutable;
using System.CommandLine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Cli;

/// <summary><c>orrery workspace set</c></summary>
internal sealed class WorkspaceSetCommand : Command, IExampled
{
    public WorkspaceSetCommand(Running running)
        : base(
            "set",
            "Change what a workspace goes by: its name, its clock, in whose words it speaks, and the numbers that computations use."
        )
    {
        Options.Add(Common.WorkspaceOption());
        Options.Add(new Option<string?>("--title") { Description = "The company's name.", HelpName = "TITLE" });
        Options.Add(new Option<string?>("--time-zone") { Description = "Where its days begin and end.", HelpName = "ZONE" });
        Options.Add(
            new Option<string?>("--speaks-as")
            {
                Description = "The community in whose words everybody reads who chose none; empty for the model's own.",
                HelpName = "COMMUNITY",
            }
        );
        Options.Add(
            new Option<string[]>("--setting")
            {
                Description =
                    "A number that computations go by, as openCypher writes it, any number of times; empty for the usual one. All there are: CALL practice.settings().",
                HelpName = "NAME=VALUE",
                AllowMultipleArgumentsPerToken = false,
            }
        );
        Options.Add(Common.WhyOption());
        SetAction(running.OnData(SetAsync));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery workspace set --workspace acme --speaks-as claims",
        "orrery workspace set --workspace acme --setting minimum-group=8 --setting \"fiscal-year-start='04-01'\"",
    ];

    private static async Task SetAsync(Call call)
    {
        var workspace = await call.WorkspaceAsync();
        var outcome = await workspace.ExecuteAsync(
            reading => Commands(reading, WishesOf(call)),
            call.Cause(call.Get<string?>(Common.Why) ?? "Changed what the workspace goes by"),
            call.Cancel
        );
        await call.SayAsync($"Set as r{outcome.OrThrow()}.");
    }

    private static ImmutableArray<GraphCommand> Commands(Reading reading, IEnumerable<(string, Value)> wishes)
    {
        var change = WorkspaceShaping.Set(reading, WorkspaceShaping.Of(reading), wishes);
        return change.Problems.Values.FirstOrDefault() is { } problem ? throw new FaultException(problem) : change.Commands;
    }

    private static IEnumerable<(string, Value)> WishesOf(Call call)
    {
        if (call.Get<string?>("--title") is { } title)
            yield return (PartText.Title, Value.Of(title));
        if (call.Get<string?>("--time-zone") is { } zone)
            yield return (WorkspaceShaping.TimeZone, Value.Of(zone));
        if (call.Get<string?>("--speaks-as") is { } community)
            yield return (WorkspaceShaping.Community, community.Length == 0 ? Value.Nothing : Value.Of(community));
        foreach (var said in call.Get<string[]>("--setting") ?? [])
        {
            var (name, text) = said.Split('=', 2) is [var first, var second] ? (first, second) : (said, "");
            yield return (name, text.Length == 0 ? Value.Nothing : QueryText.ParseValue(text));
        }
    }
}
