using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>Questions about everything, on graphs of several blocks of entities: what is counted by blocks is what counting one by one gives; the seed is in the message.</summary>
public sealed class WholeGraphLaws
{
    private const int Entities = 9_000;
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly string[] Labels = ["work", "goal", "team"];
    private static readonly string[] Statuses = ["open", "done", "late"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_counted_over_everything_is_what_each_says(int seed)
    {
        var chance = new Random(seed);
        var snapshot = Change(Made(chance), chance, 400);
        snapshot.Freeze()();
        // One plan, and as many rounds as it takes for columns and indexes to be earned; changes go on meanwhile.
        Questions questions = new(QueryLimits.Usual, []);
        for (var round = 0; round < 10; round++)
        {
            foreach (var reading in Readings(snapshot, chance))
                Hold(questions, reading, $"seed {seed}, round {round}, at {reading.Valid}, {reading.Snapshot.At}");
            if (round is 3 or 6)
                snapshot = Change(snapshot, chance, 40);
            if (round == 8)
                snapshot.Freeze()();
        }
    }

    private static void Hold(Questions questions, Reading reading, string context)
    {
        var things = reading.Entities().ToArray();

        var groups = Ask(questions, reading, "MATCH (n) RETURN labels(n)[0] AS a, n.status AS b, count(*) AS c");

        var wanted = things
            .CountBy(thing => (thing.Labels[0], thing["status"].AsText))
            .Select(group => $"{group.Key.Item1}|{group.Key.AsText}|{group.Value}");
        Assert.True(wanted.Order().SequenceEqual(groups.Order()), context);

        var sizes = Ask(questions, reading, "MATCH (n:work) WHERE n.size > 5 RETURN count(n) AS c");
        var large = things.Where(thing => thing.Labels.Contains("work") && thing["size"] is Value.Integer { Number: > 5 });
        Assert.Equal($"{large.Count()}", Assert.Single(sizes));

        const string Unserved =
            "MATCH (n:work) WHERE n.size > 5 AND NOT EXISTS { (n)-[:serves|part*0..3]->(:goal) } RETURN count(n)";
        var reached = Reached(reading, things.Where(thing => thing.Labels.Contains("goal")));
        var left = large.Count(thing => !reached.Contains(thing.Id));
        Assert.True($"{left}" == Assert.Single(Ask(questions, reading, Unserved)), context);
    }

    private static HashSet<Id> Reached(Reading reading, IEnumerable<Entity> goals)
    {
        var into = reading
            .Relations()
            .Where(relation => relation.Type is "serves" or "part")
            .ToLookup(relation => relation.ToId, relation => relation.FromId);
        var found = goals.Select(goal => goal.Id).ToHashSet();
        var edge = found.ToArray();
        for (var hop = 0; hop < 3; hop++)
            edge = [.. edge.SelectMany(id => into[id]).Where(found.Add)];
        return found;
    }

    private static string[] Ask(Questions questions, Reading reading, string text)
    {
        var outcome = questions.Ask(
            Question.Of(text),
            reading,
            new(() => throw new InvalidOperationException("It only reads."), new Random(0)),
            CancellationToken.None
        );
        var rows = Assert.IsType<QueryOutcome.Answered>(outcome).Answer.Rows;
        return [.. rows.Select(row => string.Join('|', row.Select(Text)))];
    }

    private static string? Text(Value value) =>
        value switch
        {
            Value.Text text => text.Characters,
            Value.Integer number => $"{number.Number}",
            _ => null,
        };

    private static IEnumerable<Reading> Readings(GraphSnapshot snapshot, Random chance)
    {
        var hidden = Mask.Hiding(snapshot, Enumerable.Range(0, 50).Select(_ => IdOf(chance.Next(Entities))));
        yield return At(snapshot, Start + Duration.FromDays(400), Mask.Nothing);
        yield return At(snapshot, Start + Duration.FromDays(400), hidden);
        yield return At(snapshot, Start + Duration.FromDays(chance.Next(-1, 30)), hidden);
        yield return At(snapshot.AsKnownAt(new Revision(1 + chance.Next(20))), Start + Duration.FromDays(400), hidden);
    }

    private static Reading At(GraphSnapshot snapshot, Instant valid, Mask mask) => snapshot.Read(valid, valid, mask);

    // Most of it is plain: nothing has an end, everything is known from the beginning.
    private static GraphSnapshot Made(Random chance)
    {
        var events = ImmutableArray.CreateBuilder<GraphEvent>();
        for (var i = 0; i < Entities; i++)
        {
            var since = Validity.Since(Start + Duration.FromDays(chance.Next(20) == 0 ? chance.Next(30) : -5));
            events.Add(new GraphEvent.EntityCreated(IdOf(i), [Labels[chance.Next(8) / 3]], null, since));
            events.Add(new GraphEvent.FieldSet(IdOf(i), "status", Value.Of(Statuses[chance.Next(3)]), since));
            events.Add(new GraphEvent.FieldSet(IdOf(i), "size", Value.Of(chance.Next(12)), Validity.Always));
        }

        for (var i = 0; i < Entities; i++)
        {
            var type = chance.Next(3) switch
            {
                0 => "serves",
                1 => "part",
                _ => "asks",
            };
            var (from, to) = (IdOf(chance.Next(Entities)), IdOf(chance.Next(Entities)));
            events.Add(new GraphEvent.RelationCreated(Id.Named("whole-relation", $"{i}"), type, from, to, Validity.Always));
        }

        return Apply(GraphSnapshot.Empty(), events.ToImmutable());
    }

    private static GraphSnapshot Change(GraphSnapshot snapshot, Random chance, int changes)
    {
        for (var i = 0; i < changes; i++)
        {
            var (id, during) = (IdOf(chance.Next(Entities)), Validity.Since(Start + Duration.FromDays(chance.Next(30))));
            snapshot = Apply(
                snapshot,
                [
                    chance.Next(5) switch
                    {
                        0 => new GraphEvent.Retired(id, during),
                        1 => new GraphEvent.LabelsSet(id, [Labels[chance.Next(3)]], during),
                        2 => new GraphEvent.RelationCreated(
                            Id.Named("late-relation", $"{snapshot.At.Value}"),
                            "serves",
                            id,
                            IdOf(chance.Next(Entities)),
                            during
                        ),
                        _ => new GraphEvent.FieldSet(
                            id,
                            "status",
                            chance.Next(3) == 0 ? Value.Nothing : Value.Of(Statuses[chance.Next(3)]),
                            during
                        ),
                    },
                ]
            );
        }

        return snapshot;
    }

    private static GraphSnapshot Apply(GraphSnapshot snapshot, ImmutableArray<GraphEvent> events) =>
        snapshot.Apply(new(snapshot.At.Next, Start, new("chance", Origin.Product), events));

    private static Id IdOf(int number) => Id.Named("whole-graph", $"{number}");
}
