using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The value of an expression that stands before anything is found: literals, parameters, and what is computed of these and of now.</summary>
internal static class SteadyValue
{
    private static readonly Random NoChance = new(0);

    public static Value Of(Expression expression, Reading reading, ImmutableSortedDictionary<string, Value> parameters) =>
        expression switch
        {
            Expression.Literal literal => literal.Value,
            Expression.Parameter parameter => parameters.TryGetValue(parameter.Name, out var given)
                ? given
                : throw QueryFaults.MissingParameter(parameter.Name, parameter.At),
            Expression.Unary { Operator: UnaryOperator.Minus } minus => Arithmetic.Negate(Of(minus.Operand, reading, parameters)),
            Expression.Binary { Operator: BinaryOperator.Add } sum => Arithmetic.Add(
                Of(sum.Left, reading, parameters),
                Of(sum.Right, reading, parameters)
            ),
            Expression.Binary { Operator: BinaryOperator.Subtract } difference => Arithmetic.Subtract(
                Of(difference.Left, reading, parameters),
                Of(difference.Right, reading, parameters)
            ),
            Expression.Binary { Operator: BinaryOperator.Multiply } product => Arithmetic.Multiply(
                Of(product.Left, reading, parameters),
                Of(product.Right, reading, parameters)
            ),
            Expression.Map map => new Value.Map(
                Properties.Of([.. map.Entries.Select(entry => (entry.Key, Of(entry.Value, reading, parameters)))])
            ),
            Expression.Call call => Called(call, reading, parameters),
            _ => throw QueryFaults.NoMoment(expression.At),
        };

    private static Value Called(Expression.Call call, Reading reading, ImmutableSortedDictionary<string, Value> parameters)
    {
        if (!FunctionCatalogue.All.TryGetValue(call.Name.Text, out var function))
            throw QueryFaults.UnknownFunction(call.Name.Text, call.Name.At, FunctionCatalogue.All.Keys, []);
        if (!function.IsSteady)
            throw QueryFaults.NoMoment(call.At);
        if (call.Arguments.Length < function.Fewest || call.Arguments.Length > function.Most)
            throw QueryFaults.InvalidNumberOfArguments(function.Signature, call.Arguments.Length, call.At);
        return function.Call(
            [.. call.Arguments.Select(argument => Of(argument, reading, parameters))],
            new(reading.Now, NoChance)
        );
    }
}
