using System.Collections.Immutable;
using NodaTime;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Server;
using Orrery.Storage;

namespace Orrery.Tests.Views;

/// <summary>A workspace of the core pack in memory, in Berlin, on the first of October 2026, and views drawn from it without a browser.</summary>
internal sealed class ViewDesk : IAsyncDisposable
{
    public static readonly Instant Now = Instant.FromUtc(2026, 10, 1, 9, 0);

    private readonly Workspace _workspace;

    private ViewDesk(Workspace workspace) => _workspace = workspace;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ViewDesk> OpenAsync()
    {
        PersonalKeys keys = new((id, value) => new(id, [], value), personal => personal);
        var workspace = await Workspace.OpenAsync(
            "desk",
            new MemoryJournal(null),
            keys,
            GraphSnapshot.Empty(),
            new Standing(),
            Cancel
        );
        ViewDesk desk = new(workspace);
        await desk.SayAsync(Now - Duration.FromDays(400), [.. PackShelf.Open("harbor").ToCommands()]);
        await desk.SayAsync(
            Now - Duration.FromDays(399),
            new GraphCommand.CreateEntity(
                Id.Named("workspace", "this"),
                [MetaKinds.Workspace],
                "this",
                Properties.Of(
                    ("title", Value.Of("Desk")),
                    ("mode", Value.Of("enforced")),
                    ("time-zone", Value.Of("Europe/Berlin"))
                ),
                Validity.Always
            )
        );
        return desk;
    }

    public async Task SayAsync(Instant recorded, params GraphCommand[] commands) =>
        (await _workspace.ExecuteAsync(new(commands, new("Ada", Origin.Screen), recorded), Cancel)).OrThrow();

    public static Id IdOf(string kind, string key) => Id.Named("desk", kind, key);

    public static GraphCommand Thing(Instant since, string kind, string key, params (string, Value)[] fields) =>
        new GraphCommand.CreateEntity(
            IdOf(kind, key),
            [kind],
            key,
            Properties.Of([("title", Value.Of(key)), .. fields]),
            Validity.Since(since)
        );

    public static GraphCommand Set(Instant since, string kind, string key, string field, Value value) =>
        new GraphCommand.SetField(IdOf(kind, key), field, value, Validity.Since(since));

    public static GraphCommand Joins(Instant since, string type, (string, string) from, (string, string) to) =>
        new GraphCommand.Relate(
            Id.Named("desk", from.Item2, type, to.Item2),
            type,
            IdOf(from.Item1, from.Item2),
            IdOf(to.Item1, to.Item2),
            Properties.None,
            Validity.Since(since)
        );

    /// <summary>A view as a page would be given it.</summary>
    /// <param name="question">In openCypher.</param>
    /// <param name="against">The moment compared with, or null.</param>
    /// <param name="address">What else the address says, with its question mark; empty for nothing.</param>
    /// <param name="settings">What the shape is told.</param>
    public ShownView Look(string question, Instant? against, string address, params (string Name, string Said)[] settings)
    {
        var visit = Visit.Of(_workspace, new("Ada"));
        visit.Http.Request.QueryString = new(address);
        var asked = AskedText.Of(question, _ => "");
        return new(
            visit,
            new(
                asked,
                ViewShape.Table,
                settings.ToImmutableSortedDictionary(s => s.Name, s => s.Said, StringComparer.Ordinal),
                null
            ),
            null,
            Answered(AskPages.Ask(visit, asked)),
            against is { } then ? Answered(AskPages.Ask(visit, asked, visit.When with { Valid = then })) : null,
            ColumnOrigins.Of(question, visit.Reading)
        );
    }

    /// <summary>Somebody looking at now.</summary>
    public Visit Arrive() => Visit.Of(_workspace, new("Ada"));

    /// <summary>Does what somebody wants done.</summary>
    public Task<Outcome> DoAsync(ImmutableArray<GraphCommand> commands) =>
        _workspace.ExecuteAsync(new(commands, new("Ada", Origin.Screen)), Cancel);

    public ShownView Look(string question, params (string Name, string Said)[] settings) => Look(question, null, "", settings);

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    private static AskOutcome.Answered Answered(AskOutcome outcome) => Assert.IsType<AskOutcome.Answered>(outcome);

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}
