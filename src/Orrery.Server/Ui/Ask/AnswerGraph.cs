using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The things of an answer and all relations between them, in the order in which the answer names them.</summary>
/// <param name="Things">At most as many as there is room for.</param>
/// <param name="Joins">Between two of the things.</param>
/// <param name="LeftOut">How many things of the answer there was no room for.</param>
public sealed record AnswerGraph(ImmutableArray<Entity> Things, ImmutableArray<Relation> Joins, int LeftOut)
{
    /// <summary>The most things a picture without script can hold and still be read.</summary>
    public const int Most = 120;

    public static AnswerGraph Of(Answer answer, Reading reading) => Of(answer, reading, Most);

    /// <summary>The same with room for more things, for who can draw them.</summary>
    public static AnswerGraph Of(Answer answer, Reading reading, int most)
    {
        var named = new Naming(reading, answer.Rows.Length);
        foreach (var row in answer.Rows)
        {
            foreach (var value in row)
                named.Add(value);
        }

        ImmutableArray<Entity> things = [.. named.Things.Take(most)];
        var drawn = things.Select(thing => thing.Id).ToHashSet();
        var joins = named
            .Relations.Concat(things.SelectMany(thing => thing.Relations(Direction.Out)))
            .Where(relation => drawn.Contains(relation.FromId) && drawn.Contains(relation.ToId))
            .DistinctBy(relation => relation.Id)
            .Take(4 * most);
        return new(things, [.. joins], named.Things.Count - things.Length);
    }

    /// <summary>Whether there is anything in a value to draw.</summary>
    public static bool HasThings(Value value) =>
        value switch
        {
            Value.Entity or Value.Relation or Value.Path => true,
            Value.List list => list.Items.Any(HasThings),
            Value.Map map => map.Entries.Values.Any(HasThings),
            _ => false,
        };

    private sealed class Naming(Reading reading, int rows)
    {
        private readonly HashSet<Id> _seen = new(rows);

        public List<Entity> Things { get; } = new(rows);

        public List<Relation> Relations { get; } = [];

        public void Add(Value value)
        {
            switch (value)
            {
                case Value.Entity entity:
                    Add(entity.Id);
                    break;
                case Value.Relation relation:
                    Add(relation.Id);
                    break;
                case Value.Path path:
                    foreach (var step in path.Steps)
                        Add(step);
                    break;
                case Value.List list:
                    foreach (var item in list.Items)
                        Add(item);
                    break;
                case Value.Map map:
                    foreach (var entry in map.Entries.Values)
                        Add(entry);
                    break;
                default:
                    break;
            }
        }

        private void Add(Id id)
        {
            if (!_seen.Add(id))
                return;
            if (reading.FindAnyTime(id) is { } entity)
                Things.Add(entity);
            else if (reading.FindRelationAnyTime(id) is { } relation)
            {
                Relations.Add(relation);
                Add(relation.FromId);
                Add(relation.ToId);
            }
        }
    }
}
