using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle;

/// <summary>Answers a query by reading it word for word: clause by clause, every assignment tried, nothing planned, nothing looked up.</summary>
internal sealed class OracleEvaluator
{
    private readonly OracleExpressions _expressions;
    private readonly OracleProjection _projection;

    private OracleEvaluator(OracleGraph graph, ImmutableSortedDictionary<string, Value> parameters)
    {
        _expressions = new(graph, parameters) { CountRows = (query, row) => Run(query, row).Rows.Length };
        _projection = new(_expressions);
    }

    /// <param name="text">openCypher; a prefix that names a moment is left to whoever hands in the graph.</param>
    /// <param name="graph">What is seen.</param>
    /// <param name="parameters">Their values.</param>
    public static OracleAnswer Answer(string text, OracleGraph graph, ImmutableSortedDictionary<string, Value> parameters) =>
        new OracleEvaluator(graph, parameters).Run(Parser.Parse(text).Query, OracleRow.Empty);

    private OracleAnswer Run(RegularQuery query, OracleRow start)
    {
        var answer = Run(query.Parts[0], start);
        foreach (var (part, isAll) in query.Parts.Skip(1).Zip(query.IsAll))
        {
            var more = Run(part, start);
            answer = answer with { Rows = [.. answer.Rows, .. more.Rows] };
            if (!isAll)
                answer = answer.Distinct();
        }

        return answer;
    }

    private OracleAnswer Run(SingleQuery query, OracleRow start)
    {
        List<OracleRow> rows = [start];
        ImmutableArray<string> scope = [.. start.Values.Keys];
        foreach (var clause in query.Clauses)
        {
            switch (clause)
            {
                case Clause.Match match:
                    rows = [.. rows.SelectMany(row => Match(match, row))];
                    scope = [.. scope.Union(OracleMatching.NamesIn(match.Patterns))];
                    break;
                case Clause.Unwind unwind:
                    rows = [.. rows.SelectMany(row => Unwind(unwind, row))];
                    scope = scope.Add(unwind.Variable);
                    break;
                case Clause.With with:
                    (scope, rows) = _projection.Project(with.Projection, rows, scope);
                    rows = [.. rows.Where(row => Passes(with.Where, row))];
                    break;
                case Clause.Return last:
                    (scope, rows) = _projection.Project(last.Projection, rows, scope);
                    break;
                default:
                    throw new NotSupportedException($"The oracle knows no {clause.GetType().Name}.");
            }
        }

        return new(scope, [.. rows.Select(row => scope.Select(name => row[name]).ToImmutableArray())]);
    }

    private List<OracleRow> Match(Clause.Match match, OracleRow row)
    {
        var found = _expressions.Matching.Match(match.Patterns, row).Where(one => Passes(match.Where, one)).ToList();
        if (found is not [] || !match.IsOptional)
            return found;
        var names = OracleMatching.NamesIn(match.Patterns).Where(name => !row.Has(name));
        return [names.Aggregate(row, (bare, name) => bare.With(name, Value.Nothing))];
    }

    private IEnumerable<OracleRow> Unwind(Clause.Unwind unwind, OracleRow row) =>
        _expressions.Evaluate(unwind.List, row) switch
        {
            Value.Null => [],
            Value.List list => list.Items.Select(item => row.With(unwind.Variable, item)),
            var single => [row.With(unwind.Variable, single)],
        };

    private bool Passes(Expression? where, OracleRow row) =>
        where is null || OracleLogic.Truth(_expressions.Evaluate(where, row)) == true;
}

/// <summary>The rows of an answer, in order.</summary>
internal sealed record OracleAnswer(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<Value>> Rows)
{
    public OracleAnswer Distinct()
    {
        List<ImmutableArray<Value>> distinct = [];
        foreach (var row in Rows)
        {
            if (!distinct.Exists(one => one.Zip(row).All(pair => OracleLogic.AreSame(pair.First, pair.Second))))
                distinct.Add(row);
        }

        return this with
        {
            Rows = [.. distinct],
        };
    }
}
