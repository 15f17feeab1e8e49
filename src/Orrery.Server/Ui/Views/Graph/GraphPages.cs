using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>What the graph island asks for step by step: who is next to a thing, and how two things are joined.</summary>
internal static class GraphPages
{
    private const int MostNeighbours = 80;
    private const int MostJoins = 600;

    private const string Way = """
        MATCH (a), (b) WHERE a = $from AND b = $to
        MATCH p = shortestPath((a)-[*..12]-(b))
        RETURN p
        """;

    /// <summary>The neighbours of a thing, with all relations that they have; those among what is drawn are for the island to pick.</summary>
    public static async Task Neighbours(Visit visit, string of)
    {
        var thing = visit.Entity(of);
        var others = NeighboursOf(thing).DistinctBy(other => other.Id).ToList();
        ImmutableArray<Entity> near = [thing, .. others.Take(MostNeighbours)];
        var joins = near.SelectMany(one => one.Relations(Direction.Out).Concat(one.Relations(Direction.In)))
            .Where(join => join is { FromRelation: null, ToRelation: null })
            .DistinctBy(join => join.Id)
            .Take(MostJoins);
        await WriteAsync(visit, Content(near, joins, Math.Max(0, others.Count - MostNeighbours)), []);
    }

    /// <summary>The shortest way from one thing to another along any relations; without things when there is none.</summary>
    public static async Task Path(Visit visit, string from, string to)
    {
        var (start, end) = (visit.Entity(from), visit.Entity(to));
        var question = new Question(Way, Properties.Of(("from", new Value.Entity(start.Id)), ("to", new Value.Entity(end.Id))));
        var steps = visit.Workspace.Ask(question, visit.Viewer, visit.When, visit.Cancel) switch
        {
            QueryOutcome.Answered { Answer.Rows: [[Value.Path { Steps: var path }, ..], ..] } => path,
            QueryOutcome.Refused { Fault: var fault } => throw new FaultException(fault.Fault),
            _ => [],
        };
        await WriteAsync(
            visit,
            Content(
                steps.Select(visit.Reading.FindAnyTime).OfType<Entity>(),
                steps.Select(visit.Reading.FindRelationAnyTime).OfType<Relation>(),
                leftOut: 0
            ),
            steps
        );
    }

    private static IEnumerable<Entity> NeighboursOf(Entity thing) =>
        thing
            .Relations(Direction.Out)
            .Select(relation => relation.To)
            .Concat(thing.Relations(Direction.In).Select(relation => relation.From))
            .OfType<Entity>()
            .Where(other => other.Id != thing.Id);

    private static GraphContent Content(IEnumerable<Entity> things, IEnumerable<Relation> joins, int leftOut) =>
        new(
            [.. things.Select(thing => new GraphThing(thing, RowMark.Same))],
            [.. joins.Select(join => new GraphJoin(join, RowMark.Same))],
            leftOut
        );

    private static async Task WriteAsync(Visit visit, GraphContent content, ImmutableArray<Id> way)
    {
        var response = visit.Http.Response;
        response.ContentType = "application/json; charset=utf-8";
        new GraphFeed(visit).Write(response.BodyWriter, content, way);
        await response.BodyWriter.FlushAsync(visit.Cancel);
    }
}
