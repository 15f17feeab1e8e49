using System.Collections.Immutable;

namespace Orrery.Query;

internal sealed partial class QueryPlanner
{
    private Ready BindCall(Expression.Call call, Context context)
    {
        var name = call.Name.Text;
        if (Aggregates.IsAggregate(call))
            throw QueryFaults.InvalidAggregation(call.At);
        if (name.Equals("exists", StringComparison.OrdinalIgnoreCase) && call.Arguments is [var asked])
            return BindExists(asked, context);
        if (name.Equals("coalesce", StringComparison.OrdinalIgnoreCase) && call.Arguments.Length > 0)
            return new(
                new CoalescedValue([.. call.Arguments.Select(argument => Bind(argument, context).Evaluator)]),
                StaticType.Any
            );
        var arguments = call.Arguments.Select(argument => Bind(argument, context)).ToArray();
        if (arguments is [var only] && GraphFunctions.All.TryGetValue(name, out var graphFunction))
            return BindGraphFunction(graphFunction, call, only);
        if (!_functions.TryGetValue(name, out var function))
            throw QueryFaults.UnknownFunction(name, call.Name.At, FunctionNames.All.Union(_functions.Keys), _procedures.Keys);
        if (arguments.Length < function.Fewest || arguments.Length > function.Most)
            throw QueryFaults.InvalidNumberOfArguments(function.Signature, arguments.Length, call.At);
        if (
            name.Equals("size", StringComparison.OrdinalIgnoreCase)
            && arguments[0].Type
                is StaticType.Path
                    or StaticType.Node
                    or StaticType.Relation
                    or StaticType.Integer
                    or StaticType.Float
                    or StaticType.Bool
        )
            throw QueryFaults.WrongType(function.Name, "a list or a text", arguments[0].Type, call.At);
        return new(
            new FunctionValue(function, [.. arguments.Select(argument => argument.Evaluator)], call.At),
            FunctionNames.TypeOf(function.Name)
        );
    }

    private static Ready BindGraphFunction(GraphFunction function, Expression.Call call, in Ready argument)
    {
        if (argument.Type is not (StaticType.Any or StaticType.Null) && !function.Takes.Contains(argument.Type))
            throw QueryFaults.WrongType(
                function.Name,
                string.Join(" or ", function.Takes.Select(StaticTypes.Words)),
                argument.Type,
                call.At
            );
        return new(
            new GraphFunctionValue(function, argument.Evaluator, call.At),
            function.Gives,
            function.Name switch
            {
                "nodes" => StaticType.Node,
                "relationships" => StaticType.Relation,
                "labels" or "keys" => StaticType.Text,
                _ => StaticType.Any,
            }
        );
    }

    // exists(n.property) asks whether there is a value; exists((a)--(b)) whether there is such a path.
    private Ready BindExists(Expression asked, Context context) =>
        asked switch
        {
            Expression.PatternExists pattern => BindPatternExists(pattern, context),
            Expression.Property or Expression.Index => new(
                new NullTester(Bind(asked, context).Evaluator, isNull: false),
                StaticType.Bool
            ),
            _ => throw QueryFaults.ExistsOfWhat(asked.At),
        };

    private Plan PlanCall(Clause.Call call, Plan input, ref Scope scope, bool isOnly)
    {
        if (!_procedures.TryGetValue(call.Procedure.Text, out var procedure))
            throw QueryFaults.ProcedureNotFound(
                call.Procedure.Text,
                call.Procedure.At,
                _procedures.Keys,
                FunctionNames.All.Union(_functions.Keys)
            );
        if (call.Arguments is null && !isOnly)
            throw QueryFaults.InvalidArgumentPassing(call.At);
        var context = new Context(scope);
        var arguments = call.Arguments is { } given
            ? BindArguments(procedure, call, given, context)
            :
            [
                .. procedure.Inputs.Select(input => new Placed(
                    new ParameterValue(RequiredParameter(input.Name, call.At)),
                    call.At
                )),
            ];
        var (yields, after) = BindYields(procedure, call, scope, isOnly);
        scope = after;
        Plan plan = new ProcedurePlan(input, procedure, arguments, call.At, yields, keepsRow: procedure.Outputs is [] && !isOnly);
        return call.Where is null ? plan : new FilterPlan(plan, BindTruth(call.Where, new(scope)), TextOf(call.Where.At));
    }

    private Placed[] BindArguments(Procedure procedure, Clause.Call call, ImmutableArray<Expression> given, Context context)
    {
        if (given.Length != procedure.Inputs.Length)
            throw QueryFaults.InvalidNumberOfArguments(SignatureOf(procedure), given.Length, call.At);
        var arguments = new Placed[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            if (Children.WithAllOf(given[i]).Any(Aggregates.IsAggregate))
                throw QueryFaults.InvalidAggregation(given[i].At);
            var ready = Bind(given[i], context);
            if (ProcedureTypes.IsExcluded(ready.Type, procedure.Inputs[i].Type))
                throw QueryFaults.WrongType(
                    procedure.Name,
                    $"{TypeNames.Of(procedure.Inputs[i].Type)} as {procedure.Inputs[i].Name}",
                    ready.Type,
                    given[i].At
                );
            arguments[i] = new(ready.Evaluator, given[i].At);
        }

        return arguments;
    }

    private (ImmutableArray<(int Output, int Slot)> Yields, Scope After) YieldAll(
        Procedure procedure,
        Clause.Call call,
        Scope scope
    )
    {
        var yields = ImmutableArray.CreateBuilder<(int, int)>();
        for (var i = 0; i < procedure.Outputs.Length; i++)
            scope = Yield(procedure.Outputs[i].Name, procedure, i, call.At, scope, yields);
        return (yields.ToImmutable(), scope);
    }

    private ((int Output, int Slot)[] Yields, Scope After) BindYields(
        Procedure procedure,
        Clause.Call call,
        Scope scope,
        bool isOnly
    )
    {
        if (call.Yield is null && !call.YieldsAll && !isOnly && procedure.Outputs is not [])
            throw QueryFaults.YieldMissing(procedure.Name, call.At);
        if (call.YieldsAll || call.Yield is not { } items)
        {
            var (all, afterAll) = YieldAll(procedure, call, scope);
            return ([.. all], afterAll);
        }

        var yields = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var item in items)
        {
            var output = procedure
                .Outputs.Select((field, at) => (field, at))
                .FirstOrDefault(pair => pair.field.Name == item.Field.Text, (null!, -1))
                .at;
            if (output < 0)
                throw QueryFaults.UnknownOutput(item.Field.Text, item.Field.At, procedure.Outputs.Select(field => field.Name));
            scope = Yield(item.Alias ?? item.Field.Text, procedure, output, item.Field.At, scope, yields);
        }

        return ([.. yields], scope);
    }

    private Scope Yield(
        string name,
        Procedure procedure,
        int output,
        TextSpan at,
        Scope scope,
        ImmutableArray<(int, int)>.Builder yields
    )
    {
        if (scope.Find(name) is not null)
            throw QueryFaults.VariableAlreadyBound(name, at);
        var slot = NewSlot();
        yields.Add((output, slot));
        return scope.With(
            name,
            new(
                slot,
                procedure.Outputs[output].Type switch
                {
                    ProcedureType.Node => StaticType.Node,
                    ProcedureType.Relationship => StaticType.Relation,
                    _ => StaticType.Any,
                }
            )
        );
    }

    private int RequiredParameter(string name, TextSpan at)
    {
        if (!_given.Contains(name))
            throw QueryFaults.MissingParameter(name, at);
        return ParameterNumber(name);
    }

    private static string SignatureOf(Procedure procedure) =>
        $"{procedure.Name}({string.Join(", ", procedure.Inputs.Select(input => input.Name))})";
}
