using System.Collections.Immutable;
using System.CommandLine;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Cli;

/// <summary><c>orrery workspace set</c></summary>
internal sealed class WorkspaceSetCommand : Command, IExampled
{
    private const string DefaultCommunity = "default-community";

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
            reading => Commands(reading, WishesOf(call, reading)),
            call.Cause(call.Get<string?>(Common.Why) ?? "Changed what the workspace goes by"),
            call.Cancel
        );
        await call.SayAsync($"Set as r{outcome.OrThrow()}.");
    }

    private static ImmutableArray<GraphCommand> Commands(Reading reading, IEnumerable<(string Field, Value Value)> wishes)
    {
        var settings = reading.WithLabel(MetaKinds.Workspace).First();
        return [.. wishes.Select(wish => new GraphCommand.SetField(settings.Id, wish.Field, wish.Value, Validity.Always))];
    }

    private static IEnumerable<(string, Value)> WishesOf(Call call, Reading reading)
    {
        if (call.Get<string?>("--title") is { Length: > 0 } title)
            yield return ("title", Value.Of(title));
        if (call.Get<string?>("--time-zone") is { } zone)
            yield return (
                "time-zone",
                DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
                    ? Value.Of(zone)
                    : throw new FaultException(CliFaults.NoZone(zone))
            );
        if (call.Get<string?>("--speaks-as") is { } community)
            yield return (
                DefaultCommunity,
                community.Length == 0 ? Value.Nothing
                : reading.Model.Communities.Any(known => known.Symbol == community) ? Value.Of(community)
                : throw new FaultException(
                    CliFaults.NoCommunity(community, reading.Model.Communities.Select(known => known.Symbol))
                )
            );
        foreach (var said in call.Get<string[]>("--setting") ?? [])
            yield return SettingOf(said);
    }

    private static (string, Value) SettingOf(string said)
    {
        var (name, text) = said.Split('=', 2) is [var first, var second] ? (first, second) : (said, "");
        if (PracticeSettings.All.FirstOrDefault(setting => setting.Name == name) is not { } known)
            throw new FaultException(CliFaults.NoSetting(name, PracticeSettings.All.Select(setting => setting.Name)));
        if (text.Length == 0)
            return (name, Value.Nothing);
        var value = QueryText.ParseValue(text);
        return PracticeSettings.Takes(known, value)
            ? (name, value)
            : throw new FaultException(CliFaults.NoSuchValue(name, text, known.Usual));
    }
}
