using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Somebody looking at a workspace at a moment: what every page is a function of.</summary>
public sealed class Visit
{
    private Visit(HttpContext http, Workspace workspace, Viewer viewer)
    {
        (Http, Workspace, Viewer) = (http, workspace, viewer);
        Dates = new(workspace.Now, workspace.Now, workspace.Current.Model.Settings.Zone);
        (When, At, KnownText) = Moments.Read(http.Request.Query, Dates);
        Reading = workspace.Read(Viewer, When);
        Dates = Dates.SeenFrom(Reading.Valid);
        Words = Words.Of(Reading);
        Values = new(Reading, Words, Dates);
        Links = new(workspace.Name, Moments.Query(At, KnownText, Supposed));
    }

    public HttpContext Http { get; }

    public Workspace Workspace { get; }

    public Viewer Viewer { get; }

    public When When { get; }

    /// <summary>The valid moment as it stands in the address, or null for now.</summary>
    public string? At { get; }

    /// <summary>What "known" says in the address, or null for as we know it now.</summary>
    public string? KnownText { get; }

    /// <summary>What is supposed, as it stands in the address; null for nothing.</summary>
    public string? Supposed => When.Supposed.IsEmpty ? null : string.Join($"{Supposition.Separator} ", When.Supposed);

    public Reading Reading { get; }

    public Words Words { get; }

    public Dates Dates { get; }

    public ValueWords Values { get; }

    public Links Links { get; }

    /// <summary>The company's name.</summary>
    public string Title => Reading.Model.Settings.Title ?? Workspace.Name;

    /// <summary>Whether nobody looks yet: the page is asked for because a link to it was pointed at.</summary>
    public bool IsAhead => Http.Request.Headers["X-Sec-Purpose"] == "prefetch";

    public bool IsNow => When == When.Now;

    public CancellationToken Cancel => Http.RequestAborted;

    /// <summary>A fresh id, by this server's clock.</summary>
    public Id NewId() => Id.New(Http.RequestServices.GetRequiredService<TimeProvider>());

    /// <summary>Who does it and from where, for history.</summary>
    public Cause Cause(string? why) => new(Viewer.Name, Origin.Screen, string.IsNullOrWhiteSpace(why) ? null : why.Trim());

    /// <summary>What commands would come to, should a reason be given with them where one is asked for. Nothing is written.</summary>
    public Decision Foresee(GraphSnapshot snapshot, IReadOnlyList<GraphCommand> commands) =>
        Workspace.Decide(snapshot, new(commands, Cause("A reason that is still to be given")));

    /// <summary>Somebody without an address, looking at now.</summary>
    public static Visit Of(Workspace workspace, Viewer viewer) => new(new DefaultHttpContext(), workspace, viewer);

    /// <summary>Bound from the address by the endpoints that ask for it.</summary>
    /// <exception cref="FaultException">There is no such workspace, or the moment cannot be read.</exception>
    public static async ValueTask<Visit?> BindAsync(HttpContext http)
    {
        var workspaces = http.RequestServices.GetRequiredService<WorkspaceShelf>();
        var name = http.Request.RouteValues["workspace"] as string ?? "";
        var found =
            await workspaces.FindAsync(name, http.RequestAborted)
            ?? throw new FaultException(EngineFaults.UnknownWorkspace(name, workspaces.Names()));
        return new(http, found, new(Person.Of(http), ReadersWords.Of(http, found.Name)));
    }

    /// <summary>The entity that a ref or an id leads to, at whatever time it exists.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    public Entity Entity(string text) =>
        Find(text) is { } found && !found.Labels.Any(MetaKinds.Describes)
            ? found
            : throw new FaultException(Fault.NotFound(text));

    /// <summary>The relation of an id, at whatever time it exists.</summary>
    /// <exception cref="FaultException">There is none.</exception>
    public Relation Relation(string text) =>
        (Id.TryParse(text, out var id) ? Reading.FindRelationAnyTime(id) : null)
        ?? throw new FaultException(Fault.NotFound(text));

    /// <summary>The entity that a ref or an id leads to, or null.</summary>
    public Entity? Find(string text) =>
        Id.TryParse(text, out var id) ? Reading.FindAnyTime(id)
        : EntityRef.TryParse(text, out var reference) ? Reading.FindAnyTime(reference)
        : null;
}
