using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What an address asks of the map; the picture's script writes the same (Assets/src/orrery/address.ts).</summary>
/// <param name="People">Whether people are drawn.</param>
/// <param name="Only">Categories; empty for all.</param>
/// <param name="Kind">A kind, or empty.</param>
/// <param name="Owner">The ref of who holds what is shown, or empty.</param>
/// <param name="Words">Words of titles, or empty.</param>
/// <param name="Thread">The ref of whose thread is in focus, or empty.</param>
/// <param name="Since">The moment compared with, as the address says it, or empty.</param>
public sealed record MapAsked(
    People People,
    ImmutableArray<string> Only,
    string Kind,
    string Owner,
    string Words,
    string Thread,
    string Since
)
{
    /// <summary>What the address of a request asks.</summary>
    public static MapAsked Read(IQueryCollection query) =>
        new(
            query["people"].ToString() is "1" or "yes" ? People.Shown : People.LeftOut,
            [.. query["only"].SelectMany(said => (said ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))],
            query["kind"].ToString(),
            query["owner"].ToString(),
            query["q"].ToString().Trim(),
            query["thread"].ToString(),
            query["since"].ToString()
        );

    /// <summary>Whether anything is left out.</summary>
    public bool IsChosen => Only.Length > 0 || Kind.Length > 0 || Owner.Length > 0 || Words.Length > 0 || Thread.Length > 0;

    /// <summary>As parts of an address.</summary>
    public (string, string?)[] Address =>
        [
            ("people", People == People.Shown ? "1" : null),
            ("only", string.Join(',', Only)),
            ("kind", Kind),
            ("owner", Owner),
            ("q", Words),
            ("thread", Thread),
            ("since", Since),
        ];

    /// <summary>The thread in focus at this moment, or null.</summary>
    public Strand? Strand(Visit visit) =>
        Thread.Length > 0 && visit.Find(Thread) is { } thing ? Orrery.Practice.Strand.Of(thing) : null;

    /// <summary>The moment compared with, or null.</summary>
    public Reading? Before(Visit visit) =>
        Since.Length > 0
            ? visit.Workspace.Read(visit.Viewer, visit.When with { Valid = Moments.Parse(Since, visit.Dates) })
            : null;

    /// <summary>The bodies that are asked for.</summary>
    public ImmutableArray<Body> Among(Sky sky, Strand? thread) =>
        [
            .. sky.Bodies.Where(body =>
                (Only.IsEmpty || Only.Contains(CategoryOf(body)))
                && (Kind.Length == 0 || body.Entity.Kind == Kind)
                && (Owner.Length == 0 || sky.Holders.Of(body.Entity).Any(holder => holder.ToString() == Owner))
                && (Words.Length == 0 || body.Entity.Title.Contains(Words, StringComparison.CurrentCultureIgnoreCase))
                && (
                    Thread.Length == 0
                    || (thread is not null && (thread.On.Contains(body.Entity.Id) || thread.Touched.Contains(body.Entity.Id)))
                )
            ),
        ];

    // What sits on the axes is practice, whatever else it is called.
    private static string CategoryOf(Body body) =>
        Sky.IsPractice(body.Entity) ? "practice" : body.Entity.Reading.Model.CategoryOf(body.Entity.Kind);
}
