using System.Collections.Immutable;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Storage;

namespace Orrery.BrowserTests.Stage;

/// <summary>A workspace with the core pack and a handful of things of every category, in memory.</summary>
internal static class SmallCompany
{
    public static readonly Cause Ada = new("Ada", Origin.Screen);

    public static async Task<Workspace> OpenAsync(string name, TimeProvider clock, CancellationToken cancel)
    {
        PersonalKeys keys = new((id, value) => new(id, [], value), personal => personal);
        var workspace = await Workspace.OpenAsync(name, new MemoryJournal(null), keys, GraphSnapshot.Empty(), clock, cancel);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        await SayAsync(workspace, now - Duration.FromDays(400), "Install the core pack", PackShelf.Open("core").ToCommands());
        await SayAsync(workspace, now - Duration.FromDays(399), "A company", [Settings("Harbor Mutual")]);
        var start = Validity.Since(now - Duration.FromDays(300));
        await SayAsync(workspace, now - Duration.FromDays(299), "The first map", Things(start));
        await SayAsync(workspace, now - Duration.FromDays(298), "How it hangs together", Links(start));
        await SayAsync(
            workspace,
            now - Duration.FromDays(3),
            "The pilot was quicker",
            [
                new GraphCommand.SetField(
                    IdOf("bet", "workflow"),
                    "status",
                    Value.Of("in-action"),
                    Validity.Since(now - Duration.FromDays(3))
                ),
            ]
        );
        return workspace;
    }

    public static Id IdOf(string kind, string key) => Id.Named("small", kind, key);

    public static Id LinkId(string type, string from, string to) => Id.Named("small", from, type, to);

    public static async Task<Revision> SayAsync(
        Workspace workspace,
        Instant recorded,
        string why,
        IReadOnlyList<GraphCommand> commands
    )
    {
        var outcome = await workspace.ExecuteAsync(
            new(commands, Ada with { Why = why }, recorded),
            TestContext.Current.CancellationToken
        );
        return outcome.OrThrow();
    }

    /// <summary>All that committing a bet asks for: what has signs and a day, and is linked to nothing and staffed by nobody on purpose.</summary>
    public static ImmutableArray<(string Field, Value Value)> Answers { get; } =
    [
        ("positives", Value.Of(Value.Of("Fewer calls"), Value.Of("Fewer hand-offs"))),
        ("watch-outs", Value.Of(Value.Of("More second looks"), Value.Of("Longer shifts"))),
        ("pivot-on", Value.Of(new LocalDate(2031, 3, 1))),
        ("not-linked-because", Value.Of("It stands for itself")),
        ("unstaffed-on-purpose", Value.Of(true)),
    ];

    private static GraphCommand.CreateEntity Settings(string title) =>
        new(
            Id.Named("workspace", "this"),
            [MetaKinds.Workspace],
            "this",
            Properties.Of(("title", Value.Of(title)), ("mode", Value.Of("enforced"))),
            Validity.Always
        );

    private static ImmutableArray<GraphCommand> Things(Validity since) =>
        [
            Thing(
                since,
                "goal",
                "mobile-claims-30",
                "Cut mobile claim resolution time by 30 %",
                (
                    "summary",
                    Value.Of(
                        "Long-tenure policyholders file most of their claims by **phone**, and those who try the app wait longest."
                    )
                ),
                ("status", Value.Of("committed")),
                ("horizon", Value.Of("h5")),
                ("baseline", Value.Of(9.0)),
                ("target", Value.Of(6.3)),
                ("unit", Value.Of("days")),
                ("confirmed-at", Value.Of(since.From + Duration.FromDays(280))),
                ("confirmed-by", Value.Of("Ada"))
            ),
            Thing(since, "focus-area", "long-tenure", "Keep long-tenure policyholders", ("horizon", Value.Of("h6"))),
            Thing(
                since,
                "bet",
                "workflow",
                "Mobile workflow updates",
                ("status", Value.Of("option")),
                ("price", new Value.Money(600_000, "USD")),
                Answers[0],
                Answers[1],
                Answers[2],
                Answers[4]
            ),
            Thing(
                since,
                "bet",
                "triage",
                "Triage improvements",
                ("status", Value.Of("in-action")),
                Answers[0],
                Answers[1],
                Answers[2],
                Answers[4]
            ),
            Thing(since, "metric", "resolution-time", "Mobile resolution time", ("unit", Value.Of("days"))),
            Thing(since, "metric", "satisfaction", "Claim satisfaction", ("unit", Value.Of("points"))),
            Thing(since, "insight", "mobile-share", "Mobile share of claims is low"),
            Thing(since, "team", "claims", "Claims"),
            Thing(since, "team", "mobile", "Mobile"),
            Thing(since, "person", "ada", "Ada Byron"),
            Thing(since, "budget", "claims-2026", "Claims budget 2026", ("amount", new Value.Money(1_200_000, "USD"))),
            Thing(since, "ritual", "flow-review", "Monthly claims flow review"),
            Series("metric", "resolution-time", since.From),
        ];

    private static ImmutableArray<GraphCommand> Links(Validity since) =>
        [
            Link(since, "contributes-to", "goal:mobile-claims-30", "focus-area:long-tenure"),
            Link(since, "contributes-to", "bet:workflow", "goal:mobile-claims-30"),
            Link(since, "contributes-to", "bet:triage", "goal:mobile-claims-30"),
            Link(since, "drives", "metric:resolution-time", "metric:satisfaction", ("confidence", Value.Of(0.6))),
            Link(since, "targets", "goal:mobile-claims-30", "metric:resolution-time"),
            Link(since, "informs", "insight:mobile-share", "goal:mobile-claims-30"),
            Link(since, "works-on", "team:claims", "goal:mobile-claims-30", ("lane", Value.Of("primary"))),
            Link(since, "works-on", "team:mobile", "goal:mobile-claims-30", ("lane", Value.Of("secondary"))),
            Link(since, "member", "person:ada", "team:claims", ("role", Value.Of("lead"))),
            Link(since, "funds", "budget:claims-2026", "goal:mobile-claims-30", ("amount", new Value.Money(350_000, "USD"))),
            Link(since, "tends", "ritual:flow-review", "goal:mobile-claims-30"),
            new GraphCommand.Relate(
                Id.Named("small", "bet on a link"),
                "targets",
                IdOf("bet", "workflow"),
                LinkId("drives", "metric:resolution-time", "metric:satisfaction"),
                Properties.None,
                since
            ),
        ];

    private static GraphCommand.CreateEntity Thing(
        Validity since,
        string kind,
        string key,
        string title,
        params (string, Value)[] fields
    ) => new(IdOf(kind, key), [kind], key, Properties.Of([("title", Value.Of(title)), .. fields]), since);

    private static GraphCommand.AppendSeries Series(string kind, string key, Instant from) =>
        new(
            IdOf(kind, key),
            "observed",
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(week => new Observation(from + Duration.FromDays(week * 7), 9 - (week * 0.05) + (week % 5 * 0.2))),
            ]
        );

    private static GraphCommand.Relate Link(
        Validity since,
        string type,
        string from,
        string to,
        params (string, Value)[] fields
    ) => new(LinkId(type, from, to), type, IdOf(from), IdOf(to), Properties.Of(fields), since);

    private static Id IdOf(string reference) =>
        EntityRef.TryParse(reference, out var known) ? IdOf(known.Kind, known.Key) : default;
}
