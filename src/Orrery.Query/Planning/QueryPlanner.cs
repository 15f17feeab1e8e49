using System.Collections.Frozen;
using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Binds the names of a tree and chooses how its rows are found, clause by clause. One for each planning.</summary>
internal sealed partial class QueryPlanner
{
    private readonly string _text;
    private readonly Ground _ground;
    private readonly Vocabulary _vocabulary;
    private readonly FrozenDictionary<string, Procedure> _procedures;
    private readonly FrozenDictionary<string, Function> _functions;
    private readonly HashSet<string> _given;
    private readonly List<string> _parameters = [];
    private readonly List<Fault> _warnings = [];
    private readonly HashSet<int> _titled = [];
    private int _slots;
    private int _subplans;
    private bool _writes;

    private QueryPlanner(string text, Ground ground, Vocabulary vocabulary, Callables callables, IEnumerable<string> given)
    {
        (_text, _ground, _vocabulary) = (text, ground, vocabulary);
        (_procedures, _functions) = (callables.Procedures, callables.Functions);
        _given = given.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Makes a query ready to run.</summary>
    /// <param name="text">The query.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="ground">Where names are found and numbers of things estimated.</param>
    /// <param name="vocabulary">What names mean.</param>
    /// <param name="callables">What it can call.</param>
    /// <param name="given">The names of the parameters that will be given.</param>
    /// <exception cref="QueryException">The query makes no sense.</exception>
    public static PlannedQuery Plan(
        string text,
        RegularQuery tree,
        Ground ground,
        Vocabulary vocabulary,
        Callables callables,
        IEnumerable<string> given
    )
    {
        try
        {
            var planner = new QueryPlanner(text, ground, vocabulary, callables, given)
            {
                People = PeopleWatch.Of(callables.Guard, vocabulary, tree),
            };
            var (root, columns) = planner.PlanQuery(tree, Scope.Empty);
            return new(
                root,
                columns,
                planner._slots,
                planner._titled,
                planner._subplans,
                [.. planner._parameters],
                planner._writes,
                [.. planner._warnings.Distinct()],
                vocabulary
            );
        }
        catch (InsufficientExecutionStackException)
        {
            throw QueryFaults.TooDeep(default);
        }
    }

    // Null where nobody is guarded.
    private PeopleWatch? People { get; init; }

    private int NewSlot() => _slots++;

    private string TextOf(TextSpan at) => _text.Substring(at.Start, Math.Min(at.Length, 120));

    // Two expressions of one shape compute the same: compared by their text, white space aside.
    private string ShapeOf(Expression expression) =>
        string.Concat(
            _text.AsSpan(expression.At.Start, expression.At.Length).ToString().Where(letter => !char.IsWhiteSpace(letter))
        );

    private (Plan Root, ImmutableArray<(string Name, int Slot)> Columns) PlanQuery(RegularQuery query, Scope outer)
    {
        var parts = query.Parts.Select(part => PlanSingle(part, outer, new OncePlan())).ToArray();
        if (parts is [var only])
            return only;
        var names = parts[0].Columns.Select(column => column.Name).ToArray();
        ImmutableArray<int> slots = [.. names.Select(_ => NewSlot())];
        List<Plan> plans = [];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].Columns.Select(column => column.Name).Order().SequenceEqual(names.Order()))
                throw QueryFaults.DifferentColumnsInUnion(query.Parts[i].At);
            var from = parts[i].Columns.ToDictionary(column => column.Name, column => column.Slot);
            plans.Add(
                new ComputePlan(
                    parts[i].Root,
                    [.. names.Select((name, at) => (slots[at], (Evaluator)new SlotValue(from[name])))],
                    string.Join(", ", names)
                )
            );
        }

        Plan root = new ConcatPlan([.. plans]);
        if (!query.IsAll[0])
            root = new DistinctPlan(root, slots);
        return (root, [.. names.Select((name, at) => (name, slots[at]))]);
    }

    private (Plan Root, ImmutableArray<(string Name, int Slot)> Columns) PlanSingle(SingleQuery query, Scope scope, Plan plan)
    {
        ImmutableArray<(string Name, int Slot)> columns = [];
        for (var i = 0; i < query.Clauses.Length; i++)
        {
            switch (query.Clauses[i])
            {
                case Clause.Match match:
                    plan = PlanMatch(match, plan, ref scope, RepeatsDoNotMatter(query.Clauses, i + 1));
                    break;
                case Clause.Unwind unwind:
                    plan = PlanUnwind(unwind, plan, ref scope);
                    break;
                case Clause.With with:
                    plan = PlanWith(with, plan, ref scope);
                    break;
                case Clause.Return returned:
                    (plan, columns) = PlanReturn(returned, plan, scope);
                    break;
                case Clause.Call call:
                    plan = PlanCall(call, plan, ref scope, isOnly: query.Clauses.Length == 1);
                    if (query.Clauses.Length == 1)
                        columns = ColumnsOf(call, scope);
                    break;
                default:
                    _writes = true;
                    plan = PlanWrite(query.Clauses[i], plan, ref scope);
                    break;
            }
        }

        return (plan, columns);
    }

    // In the order in which the procedure states or the query yields them.
    private ImmutableArray<(string Name, int Slot)> ColumnsOf(Clause.Call call, Scope scope) =>
        [
            .. (
                (call.YieldsAll ? null : call.Yield)?.Select(item => item.Alias ?? item.Field.Text)
                ?? _procedures[call.Procedure.Text].Outputs.Select(field => field.Name)
            ).Select(name => (name, scope.Find(name)!.Slot)),
        ];

    // Whether what follows answers the same when equal rows come once.
    private static bool RepeatsDoNotMatter(ImmutableArray<Clause> clauses, int from)
    {
        for (var i = from; i < clauses.Length; i++)
        {
            var projection = clauses[i] switch
            {
                Clause.With with => with.Projection,
                Clause.Return returned => returned.Projection,
                Clause.Match or Clause.Unwind => null,
                _ => Everything,
            };
            if (projection is null)
                continue;
            var aggregates = projection
                .Items.SelectMany(item => Children.WithAllOf(item.Expression))
                .Where(Aggregates.IsAggregate)
                .ToArray();
            if (aggregates.Length > 0)
                return Array.TrueForAll(aggregates, Aggregates.IgnoresRepeats);
            if (projection.IsDistinct)
                return true;
            if (projection.Skip is not null || projection.Limit is not null || clauses[i] is Clause.Return)
                return false;
        }

        return false;
    }

    // Stands for a clause to which every row matters.
    private static readonly Projection Everything = new(false, true, [], [], new Expression.Literal(default, Value.Of(0)), null);

    private Plan PlanUnwind(Clause.Unwind unwind, Plan plan, ref Scope scope)
    {
        if (scope.Find(unwind.Variable) is not null)
            throw QueryFaults.VariableAlreadyBound(unwind.Variable, unwind.At);
        var list = Bind(unwind.List, new(scope));
        var slot = NewSlot();
        scope = scope.With(unwind.Variable, new(slot, list.Type == StaticType.List ? list.Item : StaticType.Any));
        return list.Evaluator is FunctionValue { IsRange: true } range
            ? new RangePlan(plan, range, slot, unwind.Variable)
            : new UnwindPlan(plan, list.Evaluator, slot, unwind.Variable);
    }

    private LabelTest LabelTestOf(Name label)
    {
        WarnOfKind(label);
        return new(label.Text, _vocabulary, _ground);
    }

    private void WarnOfKind(Name label)
    {
        if (!_vocabulary.KnowsKind(label.Text))
            _warnings.Add(QueryFaults.UnknownKindWarning(label.Text, _vocabulary.Kinds, _vocabulary.KindsCalled(label.Text)));
    }

    private TypeTest TypeTestOf(ImmutableArray<Name> types)
    {
        foreach (var type in types)
        {
            if (!_vocabulary.KnowsRelationType(type.Text))
                _warnings.Add(
                    QueryFaults.UnknownTypeWarning(
                        type.Text,
                        _vocabulary.RelationTypes,
                        _vocabulary.RelationTypesCalled(type.Text)
                    )
                );
        }

        return new([.. types.Select(type => type.Text)], _vocabulary, _ground);
    }

    private void WarnOfField(string field)
    {
        if (!_vocabulary.KnowsField(field))
            _warnings.Add(QueryFaults.UnknownFieldWarning(field, _vocabulary.FieldSymbols, _vocabulary.FieldsCalled(field)));
    }
}
