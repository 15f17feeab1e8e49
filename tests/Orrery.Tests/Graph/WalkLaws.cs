using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>Walks and sums against slow ones, while the engine grows its indexes; the seed is in the message.</summary>
public sealed class WalkLaws
{
    private static readonly string[][] TypeSets =
    [
        ["part-of"],
        ["part-of", "serves"],
        ["serves", "funds", "unheard-of"],
        [],
    ];

    public static TheoryData<int> Seeds => ReadingLaws.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_walk_finds_what_a_search_step_by_step_finds(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        var chance = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 25; i++)
                AssertWalk(AnyReading(history, chance), chance, $"seed {seed}, round {round}, walk {i}");
            history.Change();
            if (round == 2)
                history.Snapshot.Freeze()();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Around_things_is_what_their_relations_lead_to(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        var chance = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            for (var i = 0; i < 25; i++)
            {
                var reading = AnyReading(history, chance);
                var things = reading.Entities().Where(_ => chance.Next(6) == 0).ToArray();

                Assert.Equal(Ends(things).Select(e => e.Id).Distinct(), reading.Around(things).Select(e => e.Id));
            }

            history.Change();
            if (round == 2)
                history.Snapshot.Freeze()();
        }
    }

    private static IEnumerable<Entity> Ends(Entity[] things) =>
        things
            .SelectMany(thing =>
                thing
                    .Relations(Direction.In)
                    .Select(relation => relation.From)
                    .Concat(thing.Relations(Direction.Out).Select(relation => relation.To))
            )
            .OfType<Entity>();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_sum_is_that_of_the_values_also_after_later_changes(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        var chance = new Random(seed);
        for (var round = 0; round < 6; round++)
        {
            for (var i = 0; i < 8; i++)
                AssertSum(AnyReading(history, chance), ["goal", "bet", "team"], $"seed {seed}, round {round}, sum {i}");
            for (var i = 0; i < 3; i++)
                history.Change();
            if (round == 3)
                history.Snapshot.Freeze()();
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Entities_of_a_label_come_in_the_order_in_which_they_were_made_known(int seed)
    {
        var history = RandomHistory.Of(seed, 60);
        var chance = new Random(seed);
        for (var i = 0; i < 10; i++)
        {
            var reading = AnyReading(history, chance);
            foreach (var label in (string[])["goal", "bet", "team"])
                Assert.Equal(
                    reading.Entities().Where(e => e.Labels.Contains(label)).Select(e => e.Id),
                    reading.WithLabel(label).Select(e => e.Id)
                );
        }
    }

    private static Reading AnyReading(RandomHistory history, Random chance)
    {
        var snapshot = history.Snapshot;
        if (chance.Next(3) == 0)
            snapshot = snapshot.AsKnownAt(new Revision(chance.Next((int)snapshot.At.Value + 1)));
        var at = RandomHistory.AnyInstant(chance);
        var hidden = history.Entities.Where(_ => chance.Next(8) == 0);
        return snapshot.Read(at, at, chance.Next(2) == 0 ? Mask.Nothing : Mask.Hiding(snapshot, hidden));
    }

    private static void AssertWalk(Reading reading, Random chance, string context)
    {
        var starts = reading.Entities().Where(_ => chance.Next(6) == 0).Take(3).ToArray();
        var types = TypeSets[chance.Next(TypeSets.Length)];
        var direction = chance.Next(2) == 0 ? Direction.Out : Direction.In;
        var hops = chance.Next(5) switch
        {
            4 => int.MaxValue,
            var few => few,
        };

        var reached = reading.Walk(starts, types, direction, hops).Entities.Select(e => e.Id).ToArray();

        Assert.True(reached.Length == reached.Distinct().Count(), context);
        Assert.True(Search(reading, starts, types, direction, hops).SetEquals(reached), context);
    }

    private static HashSet<Id> Search(Reading reading, Entity[] starts, string[] types, Direction direction, int hops)
    {
        var relations = reading.Relations().Where(relation => types.Contains(relation.Type)).ToArray();
        HashSet<Id> reached = [.. starts.Select(start => start.Id)];
        for (var hop = 0; hop < hops; hop++)
        {
            var before = reached.Count;
            reached.UnionWith([
                .. relations
                    .Where(r => reached.Contains(direction == Direction.Out ? r.FromId : r.ToId))
                    .Select(r => direction == Direction.Out ? r.To : r.From)
                    .OfType<Entity>()
                    .Select(e => e.Id),
            ]);
            if (reached.Count == before)
                break;
        }

        return reached;
    }

    private static void AssertSum(Reading reading, string[] labels, string context)
    {
        var reached = reading.Walk(reading.Entities(), ["part-of"], Direction.Out, 2);
        foreach (var label in labels)
        {
            var sum = 0.0;
            foreach (var entity in reached.Entities)
                sum += entity.Labels.Contains(label) ? NumberOf(entity["size"]) : 0;
            Assert.True(sum.Equals(reached.Sum(label, "size")), $"{context}: {label}");
        }
    }

    private static double NumberOf(Value value) =>
        value switch
        {
            Value.Integer i => i.Number,
            Value.Float f => f.Number,
            _ => 0,
        };
}
