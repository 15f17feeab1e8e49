using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Storage;

namespace Orrery.Cli;

/// <summary><c>orrery demo</c></summary>
internal sealed class DemoCommand : Command, IExampled
{
    private static readonly Option<string?> Company = new("--company")
    {
        Description = "Only this one: harbor-mutual, skein or ten-tables.",
        HelpName = "NAME",
    };

    public DemoCommand(Running running, TimeProvider clock)
        : base("demo", "Load three made-up companies with their history, Harbor Mutual first, and serve them.")
    {
        Options.Add(Company);
        Options.Add(Common.HostOption());
        Options.Add(Common.PortOption());
        Options.Add(Common.LargestFileOption());
        SetAction((parsed, cancel) => running.GuardAsync(() => ServeAsync(parsed, running, clock, cancel)));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "orrery demo                    (its data: a folder orrery-demo beside the default data folder)",
        "orrery demo --company skein    (a company that steers by a north star)",
        "orrery demo --port 5081 --data /tmp/demo",
    ];

    private static async Task<int> ServeAsync(ParseResult parsed, Running running, TimeProvider clock, CancellationToken cancel)
    {
        running.RequireOwnProcess("demo");
        var listening = Listening.Of(parsed);
        string[] companies = parsed.GetValue(Company) is { } one
            ? [Known(one)]
            : [.. DemoShelf.Companies.Select(company => company.Name)];
        var folder = DataFolder.Open(DataPlace.Of(parsed.GetValue<string?>(Common.Data), running.Terminal, "orrery-demo"));
        await WebServing.RunAsync(
            folder,
            listening,
            running.TerminalOf(parsed),
            clock,
            workspaces => LoadAsync(companies, workspaces, running.Terminal, clock, cancel),
            cancel
        );
        return ExitCode.Done;
    }

    private static string Known(string name) =>
        DemoShelf.Find(name)?.Name
        ?? throw new FaultException(CliFaults.UnknownCompany(name, DemoShelf.Companies.Select(company => company.Name)));

    /// <summary>The first before anybody is served, the others while one looks at it.</summary>
    private static async Task<Opening> LoadAsync(
        string[] companies,
        Workspaces workspaces,
        Terminal terminal,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        await DemoLoad.RunAsync(companies[0], workspaces, terminal, clock, cancel);
        return new(companies.Length == 1 ? $"/w/{companies[0]}" : "/workspaces", RestAsync);

        async Task RestAsync(CancellationToken stop)
        {
            foreach (var company in companies.Skip(1))
                await DemoLoad.RunAsync(company, workspaces, terminal, clock, stop);
            if (companies.Length == 1)
                return;
            var titles = companies.Skip(1).Select(company => DemoShelf.Find(company)!.Title);
            await terminal.Out.WriteLineAsync($"{string.Join(" and ", titles)} are there as well.");
            await terminal.Out.FlushAsync(stop);
        }
    }
}
