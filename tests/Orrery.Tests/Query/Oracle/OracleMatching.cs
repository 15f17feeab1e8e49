using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle;

/// <summary>Patterns by trying everything: every node for every node, every relation for every relation.</summary>
internal sealed class OracleMatching(OracleGraph graph, OracleExpressions expressions)
{
    /// <summary>All ways to lay some patterns over the graph, no relation used twice.</summary>
    public IEnumerable<OracleRow> Match(ImmutableArray<PatternPart> parts, OracleRow row) =>
        Match(parts, new Attempt(row, [])).Select(attempt => attempt.Row);

    /// <summary>The names that patterns give to things.</summary>
    public static IEnumerable<string> NamesIn(IEnumerable<PatternPart> parts) =>
        parts
            .SelectMany(part =>
                part.Steps.SelectMany(step => (string?[])[step.Relation.Variable, step.Node.Variable])
                    .Prepend(part.Start.Variable)
                    .Prepend(part.Variable)
            )
            .OfType<string>();

    private IEnumerable<Attempt> Match(ImmutableArray<PatternPart> parts, Attempt attempt) =>
        parts is [] ? [attempt] : Match(parts[0], attempt).SelectMany(next => Match(parts[1..], next));

    private IEnumerable<Attempt> Match(PatternPart part, Attempt attempt)
    {
        foreach (var start in graph.Nodes)
        {
            if (Take(part.Start, start.Id, attempt) is not { } begun)
                continue;
            foreach (var (end, path) in Searched(part.Search, Follow(part.Steps, start.Id, begun, [start.Id])))
                yield return end with
                {
                    Row = end.Row.With(part.Variable, new Value.Path(path)),
                };
        }
    }

    // For each end all, or the shortest: the first of them, or all that are as short.
    private static IEnumerable<(Attempt Attempt, ImmutableArray<Id> Path)> Searched(
        PathSearch search,
        IEnumerable<(Attempt Attempt, ImmutableArray<Id> Path)> found
    ) =>
        search == PathSearch.All
            ? found
            : found
                .GroupBy(one => one.Path[^1])
                .SelectMany(paths =>
                    paths
                        .Where(one => one.Path.Length == paths.Min(other => other.Path.Length))
                        .Take(search == PathSearch.Shortest ? 1 : int.MaxValue)
                );

    private IEnumerable<(Attempt Attempt, ImmutableArray<Id> Path)> Follow(
        ImmutableArray<PatternStep> steps,
        Id at,
        Attempt attempt,
        ImmutableArray<Id> path
    )
    {
        if (steps is [])
        {
            yield return (attempt, path);
            yield break;
        }

        foreach (var (next, relations, longer) in Walk(steps[0].Relation, at, attempt, path))
        {
            if (
                Name(steps[0].Relation, relations, next) is not { } named
                || Take(steps[0].Node, longer[^1], named) is not { } taken
            )
                continue;
            foreach (var end in Follow(steps[1..], longer[^1], taken, longer))
                yield return end;
        }
    }

    // One relation, or as many as are wanted: the shorter walks before the longer.
    private IEnumerable<(Attempt Attempt, ImmutableArray<Id> Relations, ImmutableArray<Id> Path)> Walk(
        RelationPattern pattern,
        Id at,
        Attempt attempt,
        ImmutableArray<Id> path
    )
    {
        var (fewest, most) = pattern.Hops is { } hops ? (hops.Fewest ?? 1, hops.Most ?? long.MaxValue) : (1, 1);
        return Walk(pattern, at, attempt, [], path)
            .TakeWhile(walk => walk.Relations.Length <= most)
            .Where(walk => walk.Relations.Length >= fewest);
    }

    private IEnumerable<(Attempt Attempt, ImmutableArray<Id> Relations, ImmutableArray<Id> Path)> Walk(
        RelationPattern pattern,
        Id at,
        Attempt attempt,
        ImmutableArray<Id> relations,
        ImmutableArray<Id> path
    )
    {
        List<(Attempt Attempt, ImmutableArray<Id> Relations, ImmutableArray<Id> Path)> walks = [(attempt, relations, path)];
        while (walks is not [])
        {
            foreach (var walk in walks)
                yield return walk;
            walks =
            [
                .. walks.SelectMany(walk =>
                    Hop(pattern, walk.Relations is [] ? at : walk.Path[^1], walk.Attempt)
                        .Select(hop =>
                            (
                                walk.Attempt with
                                {
                                    Used = walk.Attempt.Used.Add(hop.Relation.Id),
                                },
                                walk.Relations.Add(hop.Relation.Id),
                                walk.Path.AddRange(hop.Relation.Id, hop.To)
                            )
                        )
                ),
            ];
        }
    }

    private IEnumerable<(OracleRelation Relation, Id To)> Hop(RelationPattern pattern, Id at, Attempt attempt)
    {
        foreach (var relation in graph.Relations)
        {
            if (attempt.Used.Contains(relation.Id) || !Suits(pattern, relation, attempt.Row))
                continue;
            if (pattern.Direction != ArrowDirection.Left && relation.From == at)
                yield return (relation, relation.To);
            // A relation of a node with itself is found once, whichever way it is walked.
            var isLoopSeen = pattern.Direction == ArrowDirection.Either && relation.From == relation.To;
            if (pattern.Direction != ArrowDirection.Right && relation.To == at && !isLoopSeen)
                yield return (relation, relation.From);
        }
    }

    private bool Suits(RelationPattern pattern, OracleRelation relation, OracleRow row) =>
        (pattern.Types is [] || pattern.Types.Any(type => type.Text == relation.Type))
        && HasProperties(relation.Fields, pattern.Properties, row);

    private static Attempt? Name(RelationPattern pattern, ImmutableArray<Id> relations, Attempt attempt)
    {
        if (pattern.Variable is not { } name)
            return attempt;
        Value value = pattern.Hops is null
            ? new Value.Relation(relations[0])
            : Value.Of(relations.Select(id => (Value)new Value.Relation(id)));
        return attempt.Bind(name, value);
    }

    private Attempt? Take(NodePattern pattern, Id id, Attempt attempt)
    {
        var node = graph.Node(id);
        return
            pattern.Labels.All(label => node.Labels.Contains(label.Text))
            && HasProperties(node.Fields, pattern.Properties, attempt.Row)
            ? pattern.Variable is { } name
                ? attempt.Bind(name, new Value.Entity(id))
                : attempt
            : null;
    }

    private bool HasProperties(ImmutableSortedDictionary<string, Value> fields, Expression? wanted, OracleRow row) =>
        wanted is null
        || ((Value.Map)expressions.Evaluate(wanted, row)).Entries.All(entry =>
            OracleLogic.AreEqual(fields.GetValueOrDefault(entry.Key, Value.Nothing), entry.Value) == true
        );

    private sealed record Attempt(OracleRow Row, ImmutableHashSet<Id> Used)
    {
        /// <summary>With a name bound; null when it stands for something else already.</summary>
        public Attempt? Bind(string name, Value value) =>
            !Row.Has(name) ? this with { Row = Row.With(name, value) }
            : Row[name].Equals(value) ? this
            : null;
    }
}
