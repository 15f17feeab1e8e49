using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>One thing goes up in another: what joins it to others joins the other instead, and it is there no more.</summary>
internal static class TakenOver
{
    public static ImmutableArray<GraphCommand> Commands(Entity gone, Entity heir, Validity since) =>
        [
            .. Moved(gone, heir, Direction.Out, since),
            .. Moved(gone, heir, Direction.In, since),
            new GraphCommand.Retire(gone.Id, since),
        ];

    private static IEnumerable<GraphCommand> Moved(Entity gone, Entity heir, Direction direction, Validity since)
    {
        var types = heir.Reading.Model.RelationTypes;
        foreach (var sort in gone.Relations(direction).GroupBy(relation => relation.Type))
        {
            var its = heir.Relations(direction, sort.Key).Select(relation => OtherEnd(relation, direction)).ToHashSet();
            var most = types.GetValueOrDefault(sort.Key) is { } type
                ? direction == Direction.Out
                    ? type.ToMax
                    : type.FromMax
                : null;
            foreach (var relation in sort.DistinctBy(one => OtherEnd(one, direction)))
            {
                var other = OtherEnd(relation, direction);
                if (other == heir.Id || !IsThere(relation, direction) || its.Count >= (most ?? long.MaxValue) || !its.Add(other))
                    continue;
                yield return direction == Direction.Out
                    ? Joined(relation, heir.Id, other, since)
                    : Joined(relation, other, heir.Id, since);
            }
        }
    }

    private static GraphCommand.Relate Joined(Relation was, Id from, Id to, Validity since) =>
        new(Id.Named("suppose", was.Id.ToString()), was.Type, from, to, was.Fields, since);

    private static Id OtherEnd(Relation relation, Direction direction) =>
        direction == Direction.Out ? relation.ToId : relation.FromId;

    private static bool IsThere(Relation relation, Direction direction) =>
        (direction == Direction.Out ? relation.To : relation.From) is not null;
}
