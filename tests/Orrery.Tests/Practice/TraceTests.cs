using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>The trace of every thing of Harbor Mutual against a slow one.</summary>
public sealed class TraceTests
{
    private static readonly string[] Up = ["contributes-to", "part-of", "realises", "derived-from"];

    [Fact]
    public void A_trace_ends_where_nothing_leads_further_and_counts_each_thing_below_once()
    {
        var traced = 0;
        foreach (var entity in HarborMutual.Today.Entities())
        {
            var trace = Trace.Of(entity);
            var ends = All(entity, Direction.Out).Where(end => !Next(end, Direction.Out).Any()).ToHashSet();

            Assert.True(ends.IsSupersetOf(trace.Ends), entity.ToString());
            Assert.Equal(Math.Min(3, ends.Count), trace.Ends.Length);
            Assert.Equal(All(entity, Direction.In).Count, trace.Below);
            traced += trace.Ends.Length > 0 && trace.Below > 0 ? 1 : 0;
        }

        Assert.True(traced > 10, "Things that lead up to something and are led up to.");
    }

    [Fact]
    public void A_sum_counts_the_numbers_of_a_kind_below_once()
    {
        foreach (var entity in HarborMutual.Today.Entities())
        {
            var wanted = All(entity, Direction.In)
                .Append(entity)
                .Where(below => below.Kind == "segment")
                .Sum(below => below["size"] is Value.Integer size ? size.Number : 0);
            Assert.Equal(wanted, Trace.Sum(entity, "segment", "size"));
        }
    }

    private static HashSet<Entity> All(Entity start, Direction direction)
    {
        HashSet<Entity> found = [];
        Queue<Entity> waiting = new([start]);
        while (waiting.TryDequeue(out var entity))
        {
            foreach (var next in Next(entity, direction))
            {
                if (!next.Equals(start) && found.Add(next))
                    waiting.Enqueue(next);
            }
        }

        return found;
    }

    private static IEnumerable<Entity> Next(Entity entity, Direction direction) =>
        Up.SelectMany(type => entity.Relations(direction, type))
            .Select(relation => direction == Direction.Out ? relation.To : relation.From)
            .OfType<Entity>();
}
