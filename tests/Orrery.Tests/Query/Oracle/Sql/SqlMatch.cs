using Orrery.Query;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>The patterns of one MATCH as a table of their own, and how it is joined to what was there before.</summary>
internal sealed class SqlMatch
{
    private readonly SqlStatement _statement;
    private readonly string _alias;
    private readonly List<string> _tables = [];
    private readonly List<string> _inside = [];
    private readonly List<string> _columns = [];
    private readonly List<string> _outside = [];
    private readonly Dictionary<string, string> _named = [];
    private readonly List<(string Column, bool IsMany)> _relations = [];

    public SqlMatch(SqlStatement statement, SqlScope scope)
    {
        (_statement, Scope) = (statement, scope);
        _alias = statement.Fresh("m");
    }

    /// <summary>The names of before, and those of the patterns.</summary>
    public SqlScope Scope { get; private set; }

    public string Table =>
        $"(SELECT {string.Join(", ", _columns)} FROM {string.Join(", ", _tables)} WHERE {string.Join(" AND ", _inside.Prepend("1"))}) {_alias}";

    /// <summary>What joins a row of the table to a row of before.</summary>
    public string Condition => string.Join(" AND ", _outside.Prepend("1"));

    public void Add(PatternPart part)
    {
        var node = Node(part.Start);
        var path = $"'[\"' || {node}.id || '\"'";
        foreach (var step in part.Steps)
        {
            var next = Node(step.Node);
            path +=
                step.Relation.Hops is null && part.Search == PathSearch.All
                    ? One(step.Relation, node, next)
                    : Many(step.Relation, part.Search, node, next);
            node = next;
        }

        if (part.Variable is { } name)
            Scope = Scope.With(name, new(Column($"{path} || ']'", _statement.Fresh("p")), new SqlType.Path()));
    }

    /// <summary>No relation twice in one MATCH.</summary>
    public void KeepRelationsApart()
    {
        foreach (var (at, one) in _relations.Index())
        {
            foreach (var other in _relations.Take(at))
                _inside.Add(
                    (one.IsMany, other.IsMany) switch
                    {
                        (false, false) => $"{one.Column} <> {other.Column}",
                        (true, false) => $"{other.Column} NOT IN (SELECT value FROM json_each({one.Column}))",
                        (false, true) => $"{one.Column} NOT IN (SELECT value FROM json_each({other.Column}))",
                        _ =>
                            $"NOT EXISTS (SELECT 1 FROM json_each({one.Column}) x JOIN json_each({other.Column}) y ON x.value = y.value)",
                    }
                );
        }
    }

    private string Node(NodePattern pattern)
    {
        var node = _statement.Fresh("n");
        _tables.Add($"node {node}");
        _inside.AddRange(pattern.Labels.Select(label => SqlPatterns.HasLabel($"{node}.id", label.Text)));
        Finish(pattern.Variable, pattern.Properties, $"{node}.id", node, new SqlType.Node());
        return node;
    }

    private string One(RelationPattern pattern, string from, string to)
    {
        var step = _statement.Fresh("s");
        Step(SqlPatterns.Step(pattern), step, from, to);
        _inside.AddRange(SqlPatterns.OfType(pattern, step));
        _relations.Add(($"{step}.id", false));
        Finish(pattern.Variable, pattern.Properties, $"{step}.id", step, new SqlType.Relation());
        return $" || ',\"' || {step}.id || '\",\"' || {to}.id || '\"'";
    }

    private string Many(RelationPattern pattern, PathSearch search, string from, string to)
    {
        var hops = pattern.Hops ?? new(pattern.At, 1, 1);
        var walk = _statement.Patterns.Walk(pattern with { Hops = hops });
        var step = _statement.Fresh("s");
        Step(walk, step, from, to);
        _inside.Add($"{step}.length >= {hops.Fewest ?? 1}");
        // Of several that are as short any will do: nothing else of it is asked.
        if (search != PathSearch.All)
            _inside.Add(
                $"NOT EXISTS (SELECT 1 FROM {walk} w WHERE w.start = {step}.start AND w.finish = {step}.finish "
                    + $"AND w.length >= {hops.Fewest ?? 1} AND (w.length < {step}.length"
                    + (search == PathSearch.Shortest ? $" OR w.length = {step}.length AND w.tail < {step}.tail))" : "))")
            );
        _relations.Add(($"{step}.relations", true));
        if (pattern.Hops is null)
            Finish(pattern.Variable, null, $"json_extract({step}.relations, '$[0]')", step, new SqlType.Relation());
        else
            Finish(pattern.Variable, null, $"{step}.relations", step, new SqlType.List(new SqlType.Relation()));
        return $" || {step}.tail";
    }

    private void Step(string table, string step, string from, string to)
    {
        _tables.Add($"{table} {step}");
        _inside.Add($"{step}.start = {from}.id");
        _inside.Add($"{step}.finish = {to}.id");
    }

    // A name that stands for something already asks for the same again.
    private void Finish(string? name, Expression? properties, string inner, string column, SqlType type)
    {
        var outer = Column(inner, column);
        if (name is not null && _named.TryGetValue(name, out var before))
            _inside.Add($"{inner} = {before}");
        else if (name is not null && Scope.Names.TryGetValue(name, out var known))
        {
            known.Type.With(type);
            _outside.Add($"{outer} = {known.Text}");
        }
        else if (name is not null)
        {
            _named[name] = inner;
            Scope = Scope.With(name, new(outer, type));
        }

        _outside.AddRange(_statement.Patterns.Properties(properties, outer, type, Scope));
    }

    private string Column(string inner, string name)
    {
        _columns.Add($"{inner} AS {name}");
        return $"{_alias}.{name}";
    }
}
