using System.Collections.Immutable;

namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    // Reads patterns into a graph of their own; the scope grows by their variables.
    private PatternGraph ReadPatterns(ImmutableArray<PatternPart> parts, ref Scope scope, PatternUse use)
    {
        PatternGraph graph = new();
        Dictionary<string, PatternVertex> vertices = new(StringComparer.Ordinal);
        HashSet<string> arrows = new(StringComparer.Ordinal);
        var before = scope;
        foreach (var part in parts)
        {
            var left = Vertex(part.Start, graph, vertices, before, ref scope);
            var elements = ImmutableArray.CreateBuilder<int>();
            elements.Add(left.Slot);
            foreach (var step in part.Steps)
            {
                var right = Vertex(step.Node, graph, vertices, before, ref scope);
                var arrow = Arrow(part, step.Relation, left, right, graph, arrows, before, ref scope, use);
                elements.Add(arrow.Slot);
                elements.Add(right.Slot);
                left = right;
            }

            if (part.Variable is not { } name)
                continue;
            if (scope.Find(name) is not null)
                throw QueryFaults.VariableAlreadyBound(name, part.At);
            var slot = NewSlot();
            graph.Paths.Add((slot, name, elements.ToImmutable()));
            scope = scope.With(name, new(slot, StaticType.Path));
        }

        return graph;
    }

    private PatternVertex Vertex(
        NodePattern node,
        PatternGraph graph,
        Dictionary<string, PatternVertex> vertices,
        Scope before,
        ref Scope scope
    )
    {
        if (node.Variable is null || !vertices.TryGetValue(node.Variable, out var vertex))
        {
            var name = node.Variable ?? $" node {_slots}";
            var bound = node.Variable is null ? null : scope.Find(node.Variable);
            if (bound is { Type: not (StaticType.Node or StaticType.Any or StaticType.Null) })
                throw QueryFaults.VariableTypeConflict(name, bound.Type, "an entity", node.At);
            var isKnown = node.Variable is not null && before.Find(node.Variable) is not null;
            vertex = new(name, bound?.Slot ?? NewSlot(), isKnown);
            vertices[name] = vertex;
            graph.Vertices.Add(vertex);
            if (bound is null)
                scope = scope.With(name, new(vertex.Slot, StaticType.Node));
        }

        vertex.Labels.AddRange(node.Labels.Select(LabelTestOf));
        AddProperties(graph, vertex.Name, node.Properties, vertex);
        return vertex;
    }

    private PatternArrow Arrow(
        PatternPart part,
        RelationPattern relation,
        PatternVertex from,
        PatternVertex to,
        PatternGraph graph,
        HashSet<string> arrows,
        Scope before,
        ref Scope scope,
        PatternUse use
    )
    {
        var name = relation.Variable ?? $" relation {_slots}";
        if (relation.Variable is not null && !arrows.Add(relation.Variable))
            throw QueryFaults.RelationshipUniqueness(relation.Variable, relation.At);
        var bound = relation.Variable is null ? null : scope.Find(relation.Variable);
        var type = relation.Hops is null ? StaticType.Relation : StaticType.Relations;
        if (
            bound is not null
            && bound.Type is not (StaticType.Any or StaticType.Null)
            && bound.Type != type
            && !(type == StaticType.Relations && bound is { Type: StaticType.List })
        )
            throw QueryFaults.VariableTypeConflict(name, bound.Type, StaticTypes.Words(type), relation.At);
        if (part.Search != PathSearch.All && part.Steps.Length != 1)
            throw QueryFaults.ShortestOfOne(part.At);
        PatternArrow arrow = new(
            name,
            bound?.Slot ?? NewSlot(),
            relation.Variable is not null && before.Find(relation.Variable) is not null,
            from,
            to,
            relation,
            TypeTestOf(relation.Types),
            part.Search,
            relation.Variable is not null || part.Variable is not null || use == PatternUse.Wanted
        );
        graph.Arrows.Add(arrow);
        if (bound is null)
            scope = scope.With(name, new(arrow.Slot, type, StaticType.Relation));
        if (relation.Hops is null)
            AddProperties(graph, name, relation.Properties, null);
        return arrow;
    }

    private static void AddProperties(PatternGraph graph, string name, Expression? properties, PatternVertex? vertex)
    {
        if (properties is null)
            return;
        if (properties is not Expression.Map map)
            throw QueryFaults.InvalidParameterUse(properties.At);
        foreach (var entry in map.Entries)
        {
            var target = new Expression.Property(entry.Value.At, new Expression.Variable(entry.Value.At, name), entry.Key);
            var needs = FreeNames.Of(entry.Value);
            needs.Add(name);
            graph.Conditions.Add(new(EqualTo(target, entry.Value), needs));
            if (vertex is not null)
                vertex.Comparisons++;
        }
    }

    private static Expression.Comparison EqualTo(Expression left, Expression right) =>
        new(right.At, left, [new(ComparisonOperator.Equal, right)]);

    private static IEnumerable<Expression> Conjuncts(Expression condition) =>
        condition is Expression.Binary { Operator: BinaryOperator.And, Left: var left, Right: var right }
            ? Conjuncts(left).Concat(Conjuncts(right))
            : [condition];

    // Conditions that tell how a node can be found: its label, its id, its ref.
    private void AddWhere(PatternGraph graph, Expression? where, Scope scope)
    {
        if (where is null)
            return;
        if (Aggregates.AreIn(where))
            throw QueryFaults.InvalidAggregation(where.At);
        foreach (var conjunct in Conjuncts(where))
        {
            var needs = FreeNames.Of(conjunct);
            if (
                conjunct is Expression.HasLabels { Target: Expression.Variable { Name: var labelled } } test
                && VertexOf(graph, labelled) is { } vertex
            )
            {
                vertex.Labels.AddRange(test.Labels.Select(LabelTestOf));
                continue;
            }

            PatternCondition condition = new(conjunct, needs);
            NoteSeek(graph, condition, scope);
            graph.Conditions.Add(condition);
        }
    }

    private void NoteSeek(PatternGraph graph, PatternCondition condition, Scope scope)
    {
        if (
            condition.Expression
            is not Expression.Comparison { First: var left, Rest: [{ Operator: ComparisonOperator.Equal, Right: var right }] }
        )
            return;
        foreach (var (side, other) in ((Expression, Expression)[])[(left, right), (right, left)])
        {
            if (SeekOf(side) is not var (name, by) || VertexOf(graph, name) is not { } vertex)
            {
                if (
                    side is Expression.Property { Target: Expression.Variable { Name: var owner } }
                    && VertexOf(graph, owner) is { } compared
                )
                    compared.Comparisons++;
                continue;
            }

            if (!FreeNames.Of(other).Any(free => scope.Find(free) is not null && IsOfPattern(graph, free)))
                vertex.Seeks.Add((by, other, condition));
        }
    }

    private (string Name, SeekBy By)? SeekOf(Expression side) =>
        side switch
        {
            Expression.Call { Arguments: [Expression.Variable v], Name.Text: var function }
                when Is(function, "id") || Is(function, "elementId") => (v.Name, SeekBy.Id),
            Expression.Call { Arguments: [Expression.Variable v], Name.Text: var function } when Is(function, "ref") => (
                v.Name,
                SeekBy.Ref
            ),
            Expression.Property { Target: Expression.Variable v, Key: "ref" } when IsOurs("ref") => (v.Name, SeekBy.Ref),
            Expression.Property { Target: Expression.Variable v, Key: "id" } when IsOurs("id") => (v.Name, SeekBy.Id),
            _ => null,
        };

    private bool IsOurs(string name) => !_vocabulary.IsPlain && _ground.FindField(name) < 0;

    private static bool Is(string written, string name) => written.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static PatternVertex? VertexOf(PatternGraph graph, string name) =>
        graph.Vertices.Find(vertex => vertex.Name == name && !vertex.IsBound);

    private static bool IsOfPattern(PatternGraph graph, string name) =>
        graph.Vertices.Exists(vertex => vertex.Name == name && !vertex.IsBound)
        || graph.Arrows.Exists(arrow => arrow.Name == name && !arrow.IsBound)
        || graph.Paths.Exists(path => path.Name == name);
}

/// <summary>What is done with a pattern.</summary>
internal enum PatternUse
{
    /// <summary>Its rows are wanted, each.</summary>
    Rows,

    /// <summary>Every relation of it is wanted.</summary>
    Wanted,

    /// <summary>Only whether there is one, or each answer once.</summary>
    Set,
}
