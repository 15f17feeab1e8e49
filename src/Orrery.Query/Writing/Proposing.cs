using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Turns the sketch of a query into commands, from the instant that was read on.</summary>
internal static class Proposing
{
    public static ProposedChanges Of(QueryGraph graph)
    {
        var sketch = graph.Sketch;
        if (sketch is null)
            return new([], new(0, 0, 0, 0, 0, 0, 0, 0));
        RequireNoDanglingRelation(graph, sketch);
        var during = Validity.Since(graph.Ground.Reading.Valid);
        var commands = ImmutableArray.CreateBuilder<GraphCommand>();
        Tally tally = new();
        foreach (var entity in sketch.Entities.Where(entity => !sketch.IsDeleted(entity.Number)))
            commands.Add(Create(sketch, entity, during, tally));
        foreach (var relation in sketch.Relations.Where(relation => !sketch.IsDeleted(~relation.Number)))
            commands.Add(Relate(graph, sketch, relation, during, tally));
        foreach (var node in sketch.RelabelledInOrder.Where(node => !sketch.IsDeleted(node)))
            commands.AddRange(Relabel(sketch, node, during, tally));
        foreach (var node in sketch.Touched.Where(node => !sketch.IsDeleted(node)))
            commands.AddRange(SetFields(sketch, node, during, tally));
        commands.AddRange(Retire(sketch, during, tally));
        return new(commands.ToImmutable(), tally.Counts(graph, sketch));
    }

    private static GraphCommand.CreateEntity Create(Sketch sketch, NewEntity entity, Validity during, Tally tally)
    {
        var (labels, fields) = (sketch.LabelsOf(entity.Number), sketch.PropertiesOf(entity.Number));
        tally.NodesCreated++;
        tally.PropertiesSet += fields.Count;
        tally.Labels(labels, []);
        return new(entity.Id, labels, null, fields, during);
    }

    private static GraphCommand.Relate Relate(QueryGraph graph, Sketch sketch, NewRelation relation, Validity during, Tally tally)
    {
        var fields = sketch.PropertiesOf(~relation.Number);
        tally.RelationshipsCreated++;
        tally.PropertiesSet += fields.Count;
        return new(relation.Id, relation.Type, graph.IdOf(relation.Start), graph.IdOf(relation.End), fields, during);
    }

    private static IEnumerable<GraphCommand> Relabel(Sketch sketch, int node, Validity during, Tally tally)
    {
        var (before, after) = (sketch.Ground.LabelsOf(node), sketch.LabelsOf(node));
        if (before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal)))
            yield break;
        tally.Labels([.. after.Except(before)], [.. before.Except(after)]);
        yield return new GraphCommand.SetLabels(sketch.Ground.IdOf(node), after, during);
    }

    private static IEnumerable<GraphCommand> SetFields(Sketch sketch, int node, Validity during, Tally tally)
    {
        var (before, after) = (sketch.Ground.FieldsOf(node), sketch.PropertiesOf(node));
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(name, Value.Nothing), after.GetValueOrDefault(name, Value.Nothing));
            if (was == now)
                continue;
            tally.PropertiesRemoved += was.IsNothing ? 0 : 1;
            tally.PropertiesSet += now.IsNothing ? 0 : 1;
            yield return new GraphCommand.SetField(sketch.Ground.IdOf(node), name, now, during);
        }
    }

    // Relations first, so that nothing is left pointing at what is gone.
    private static IEnumerable<GraphCommand> Retire(Sketch sketch, Validity during, Tally tally)
    {
        foreach (var node in sketch.Deleted.OrderBy(node => node))
        {
            var fields = sketch.Ground.FieldsOf(node).Count;
            tally.PropertiesRemoved += fields;
            if (node >= 0)
            {
                tally.NodesDeleted++;
                tally.Labels([], sketch.Ground.LabelsOf(node));
            }
            else
                tally.RelationshipsDeleted++;
            yield return new GraphCommand.Retire(sketch.Ground.IdOf(node), during);
        }
    }

    private static void RequireNoDanglingRelation(QueryGraph graph, Sketch sketch)
    {
        foreach (var node in sketch.DeletedNodes)
        {
            var around = new Neighbourhood(graph, node, ArrowDirection.Either, TypeTest.Any);
            if (around.MoveNext())
                throw sketch.DeletedAt is { } at ? QueryFaults.DeleteConnected().At(at) : QueryFaults.DeleteConnected();
        }
    }

    private sealed class Tally
    {
        private readonly HashSet<string> _added = new(StringComparer.Ordinal);
        private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

        public int NodesCreated { get; set; }

        public int NodesDeleted { get; set; }

        public int RelationshipsCreated { get; set; }

        public int RelationshipsDeleted { get; set; }

        public int PropertiesSet { get; set; }

        public int PropertiesRemoved { get; set; }

        // openCypher counts a label as added when nothing had it before, as removed when nothing has it any more.
        public ChangeCounts Counts(QueryGraph graph, Sketch sketch) =>
            new(
                NodesCreated,
                NodesDeleted,
                RelationshipsCreated,
                RelationshipsDeleted,
                PropertiesSet,
                PropertiesRemoved,
                _added.Count(label => !HasAny(sketch.Ground, label, _ => true)),
                _removed.Count(label => !IsLeft(graph, sketch, label))
            );

        private static bool IsLeft(QueryGraph graph, Sketch sketch, string label) =>
            HasAny(sketch.Ground, label, node => !sketch.IsDeleted(node) && sketch.LabelsOf(node).Contains(label))
            || sketch
                .Entities.Select(entity => entity.Number)
                .Concat(sketch.RelabelledInOrder)
                .Any(node => graph.Sees(node) && sketch.LabelsOf(node).Contains(label));

        private static bool HasAny(Ground ground, string label, Func<int, bool> counts)
        {
            var nodes = ground.WithLabel(ground.FindLabel(label));
            while (nodes.MoveNext())
            {
                if (counts(nodes.Entity))
                    return true;
            }

            return false;
        }

        public void Labels(IEnumerable<string> added, IEnumerable<string> removed)
        {
            _added.UnionWith(added);
            _removed.UnionWith(removed);
        }
    }
}
