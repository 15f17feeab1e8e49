using System.Collections.Immutable;
using System.Diagnostics;

namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    private WritePlan PlanWrite(Clause clause, Plan plan, ref Scope scope)
    {
        WriteAction action = clause switch
        {
            Clause.Create create => PlanCreate(create.Patterns, ref scope),
            Clause.Merge merge => PlanMerge(merge, ref scope),
            Clause.Set set => new ChangeAction([.. ReadyAssignments(set.Assignments, scope)]),
            Clause.Remove remove => new ChangeAction([.. ReadyRemovals(remove.Removals, scope)]),
            Clause.Delete delete => PlanDelete(delete, scope),
            _ => throw new UnreachableException($"{clause.GetType().Name} does not write."),
        };
        return new(plan, scope.Slots, action, clause.At, TextOf(clause.At)) { Rows = plan.Rows };
    }

    private DeleteAction PlanDelete(Clause.Delete delete, Scope scope)
    {
        List<Placed> things = [];
        foreach (var thing in delete.Things)
        {
            if (thing is Expression.HasLabels)
                throw QueryFaults.InvalidDelete(thing.At);
            var ready = Bind(thing, new(scope));
            if (
                ready.Type is not (StaticType.Any or StaticType.Null or StaticType.Node or StaticType.Relation or StaticType.Path)
            )
                throw QueryFaults.WrongType("DELETE", "an entity, a relation or a path", ready.Type, thing.At);
            things.Add(new(ready.Evaluator, thing.At));
        }

        return new([.. things], delete.IsDetaching);
    }

    private CreateAction PlanCreate(ImmutableArray<PatternPart> patterns, ref Scope scope)
    {
        List<object> things = [];
        List<(int, ImmutableArray<int>)> paths = [];
        foreach (var part in patterns)
        {
            if (part.Search != PathSearch.All)
                throw QueryFaults.ShortestOfOne(part.At);
            var start = PlanNewNode(part.Start, things, ref scope, isAlone: part.Steps is []);
            var elements = ImmutableArray.Create(start);
            var left = start;
            foreach (var step in part.Steps)
            {
                var right = PlanNewNode(step.Node, things, ref scope, isAlone: false);
                elements = elements.AddRange(
                    PlanNewArrow(step.Relation, left, right, things, ref scope, needsArrow: true),
                    right
                );
                left = right;
            }

            if (part.Variable is { } name)
                scope = BindPath(name, part, elements, paths, scope);
        }

        return new([.. things], [.. paths], _vocabulary);
    }

    private Scope BindPath(
        string name,
        PatternPart part,
        ImmutableArray<int> elements,
        List<(int, ImmutableArray<int>)> paths,
        Scope scope
    )
    {
        if (scope.Find(name) is not null)
            throw QueryFaults.VariableAlreadyBound(name, part.At);
        var slot = NewSlot();
        paths.Add((slot, elements));
        return scope.With(name, new(slot, StaticType.Path));
    }

    private int PlanNewNode(NodePattern node, List<object> things, ref Scope scope, bool isAlone)
    {
        if (node.Variable is not null && scope.Find(node.Variable) is { } bound)
        {
            if (isAlone || node.Labels is not [] || node.Properties is not null)
                throw QueryFaults.VariableAlreadyBound(node.Variable, node.At);
            if (bound.Type is not (StaticType.Node or StaticType.Any or StaticType.Null))
                throw QueryFaults.VariableTypeConflict(node.Variable, bound.Type, "an entity", node.At);
            return bound.Slot;
        }

        var properties = node.Properties is null ? null : Bind(node.Properties, new(scope)).Evaluator;
        var slot = NewSlot();
        things.Add(new NewNode(slot, StoredLabels(node.Labels), properties));
        if (node.Variable is not null)
            scope = scope.With(node.Variable, new(slot, StaticType.Node));
        return slot;
    }

    private int PlanNewArrow(RelationPattern relation, int left, int right, List<object> things, ref Scope scope, bool needsArrow)
    {
        if (relation.Variable is not null && scope.Find(relation.Variable) is not null)
            throw QueryFaults.VariableAlreadyBound(relation.Variable, relation.At);
        if (relation.Hops is not null)
            throw QueryFaults.CreatingVarLength(relation.At);
        if (relation.Types is not [var type])
            throw QueryFaults.NoSingleRelationshipType(relation.At);
        if (needsArrow && relation.Direction == ArrowDirection.Either)
            throw QueryFaults.RequiresDirectedRelationship(relation.At);
        var properties = relation.Properties is null ? null : Bind(relation.Properties, new(scope)).Evaluator;
        var slot = NewSlot();
        var (start, end) = relation.Direction == ArrowDirection.Left ? (right, left) : (left, right);
        things.Add(new NewArrow(slot, _vocabulary.RelationType(type.Text), start, end, properties));
        if (relation.Variable is not null)
            scope = scope.With(relation.Variable, new(slot, StaticType.Relation));
        return slot;
    }

    private MergeAction PlanMerge(Clause.Merge merge, ref Scope scope)
    {
        var before = scope;
        var part = merge.Pattern;
        if (part.Steps is [] && part.Start.Variable is not null && scope.Find(part.Start.Variable) is not null)
            throw QueryFaults.VariableAlreadyBound(part.Start.Variable, part.At);
        RequireMergeable(part, scope);
        var graph = ReadPatterns([part], ref scope, PatternUse.Rows);
        var create = PlanMergeCreate(part, graph, before, scope);
        // Properties must have values: what is null can be created, but never found again.
        var after = scope;
        Evaluator[] properties = [.. graph.Conditions.Select(condition => PropertyValueOf(condition, before, after))];
        var pattern = PlanPattern(graph, new OncePlan(), scope, PatternUse.Rows);
        return new(
            pattern,
            create,
            [.. ReadyAssignments(merge.OnCreate, scope)],
            [.. ReadyAssignments(merge.OnMatch, scope)],
            properties
        );
    }

    private Evaluator PropertyValueOf(PatternCondition condition, Scope before, Scope scope) =>
        condition.Expression is Expression.Comparison { Rest: [{ Right: var value }] }
            ? Bind(value, new(FreeNames.Of(value).All(name => before.Find(name) is not null) ? before : scope)).Evaluator
            : throw new UnreachableException("A pattern's own conditions compare properties.");

    private static void RequireMergeable(PatternPart part, Scope scope)
    {
        foreach (var node in part.Steps.Select(step => step.Node).Prepend(part.Start))
        {
            if (node.Properties is not null and not Expression.Map)
                throw QueryFaults.InvalidParameterUse(node.Properties.At);
            if (
                part.Steps is not []
                && node.Variable is not null
                && scope.Find(node.Variable) is not null
                && (node.Labels is not [] || node.Properties is not null)
            )
                throw QueryFaults.VariableAlreadyBound(node.Variable, node.At);
        }

        foreach (var relation in part.Steps.Select(step => step.Relation))
        {
            if (relation.Hops is not null)
                throw QueryFaults.CreatingVarLength(relation.At);
            if (relation.Variable is not null && scope.Find(relation.Variable) is not null)
                throw QueryFaults.VariableAlreadyBound(relation.Variable, relation.At);
            if (relation.Types.Length != 1)
                throw QueryFaults.NoSingleRelationshipType(relation.At);
            if (relation.Properties is not null and not Expression.Map)
                throw QueryFaults.InvalidParameterUse(relation.Properties.At);
        }
    }

    // Creates into the slots that the pattern uses, so that both ways lead to one row.
    private CreateAction PlanMergeCreate(PatternPart part, PatternGraph graph, Scope before, Scope scope)
    {
        List<object> things = [];
        HashSet<string> made = new(StringComparer.Ordinal);
        var nodes = part.Steps.Select(step => step.Node).Prepend(part.Start).ToArray();
        var ofGraph =
            graph.Arrows.Count == 0
                ? [graph.Vertices[0]]
                : graph.Arrows.Select(arrow => arrow.To).Prepend(graph.Arrows[0].From).ToArray();
        var context = new Context(scope);
        foreach (var (node, vertex) in nodes.Zip(ofGraph))
        {
            if (vertex.IsBound || (node.Variable is not null && before.Find(node.Variable) is not null) || !made.Add(vertex.Name))
                continue;
            things.Add(
                new NewNode(
                    vertex.Slot,
                    StoredLabels(node.Labels),
                    node.Properties is null ? null : Bind(node.Properties, context).Evaluator
                )
            );
        }

        foreach (var arrow in graph.Arrows)
        {
            var (start, end) = arrow.Pattern.Direction == ArrowDirection.Left ? (arrow.To, arrow.From) : (arrow.From, arrow.To);
            things.Add(
                new NewArrow(
                    arrow.Slot,
                    _vocabulary.RelationType(arrow.Pattern.Types[0].Text),
                    start.Slot,
                    end.Slot,
                    arrow.Pattern.Properties is null ? null : Bind(arrow.Pattern.Properties, context).Evaluator
                )
            );
        }

        return new([.. things], [.. graph.Paths.Select(path => (path.Slot, path.Elements))], _vocabulary);
    }

    private ImmutableArray<string> StoredLabels(ImmutableArray<Name> labels) =>
        [.. labels.Select(label => _vocabulary.Kind(label.Text)).Distinct()];
}
