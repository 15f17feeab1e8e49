using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Graph;

/// <summary>A thing with many relations, some of them retired, reads alike before and after it is laid out.</summary>
public sealed class HubTests
{
    private const int Others = 40;
    private static readonly string[] Types = ["part-of", "serves", "funds", "needs"];
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 1, 0, 0);
    private static readonly Id Hub = Id.Named("hub");

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    public void It_reads_alike_before_and_after_it_is_laid_out(int relations)
    {
        var chance = new Random(relations);
        var snapshot = Apply(GraphSnapshot.Empty(), [Create(Hub), .. Enumerable.Range(0, Others).Select(i => Create(Other(i)))]);
        for (var i = 0; i < relations; i++)
        {
            var (from, to) = chance.Next(2) == 0 ? (Hub, Other(chance.Next(Others))) : (Other(chance.Next(Others)), Hub);
            snapshot = Apply(
                snapshot,
                [new GraphEvent.RelationCreated(Relation(i), Types[chance.Next(Types.Length)], from, to, Since(chance))]
            );
        }

        for (var i = 0; i < relations; i++)
        {
            for (var times = chance.Next(3); times > 0; times--)
                snapshot = Apply(snapshot, [Ends(Relation(chance.Next(relations)), chance)]);
        }

        var wanted = Read(snapshot);
        snapshot.Freeze()();

        Assert.Equal(wanted, Read(snapshot));
    }

    private static string Read(GraphSnapshot snapshot) =>
        string.Join(
            '\n',
            from day in Enumerable.Range(-1, 12)
            let at = Start + Duration.FromDays(day)
            let hub = snapshot.Read(at, at, Mask.Nothing).Find(Hub)
            where hub is not null
            from direction in (Direction[])[Direction.Out, Direction.In]
            from type in Types
            select $"{day} {direction} {type}: {string.Join(' ', hub.Relations(direction, type).Select(relation => relation.Id))}"
        );

    private static GraphEvent Ends(Id relation, Random chance) =>
        chance.Next(4) switch
        {
            0 => new GraphEvent.Restored(relation, Since(chance)),
            1 => new GraphEvent.Retired(relation, new(Start, Start + Duration.FromDays(chance.Next(1, 10)))),
            _ => new GraphEvent.Retired(relation, Since(chance)),
        };

    private static GraphEvent.EntityCreated Create(Id id) => new(id, ["goal"], null, Validity.Since(Start));

    private static Id Other(int number) => Id.Named("other", $"{number}");

    private static Id Relation(int number) => Id.Named("relation", $"{number}");

    private static Validity Since(Random chance) => Validity.Since(Start + Duration.FromDays(chance.Next(10)));

    private static GraphSnapshot Apply(GraphSnapshot snapshot, ImmutableArray<GraphEvent> events) =>
        snapshot.Apply(new(snapshot.At.Next, Start, new("Ada", Origin.Screen), events));
}
