using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query.Oracle;

/// <summary>What is gathered over rows. Nulls are left out of everything.</summary>
internal static class OracleAggregates
{
    private static readonly string[] Names = ["count", "sum", "avg", "min", "max", "collect"];

    public static bool IsOne(Expression.Call call) => Names.Contains(call.Name.Text);

    public static bool AreIn(Expression expression) =>
        expression switch
        {
            Expression.CountRows => true,
            Expression.Call call => IsOne(call) || call.Arguments.Any(AreIn),
            Expression.Binary binary => AreIn(binary.Left) || AreIn(binary.Right),
            Expression.Unary unary => AreIn(unary.Operand),
            Expression.Comparison comparison => AreIn(comparison.First) || comparison.Rest.Any(step => AreIn(step.Right)),
            Expression.List list => list.Items.Any(AreIn),
            _ => false,
        };

    public static Value Of(Expression.Call call, IEnumerable<Value> gathered)
    {
        var values = gathered.Where(value => value is not Value.Null).ToList();
        if (call.IsDistinct)
            values = Distinct(values);
        return call.Name.Text switch
        {
            "count" => Value.Of(values.Count),
            "collect" => Value.Of(values),
            "sum" => Sum(values),
            "avg" => values is []
                ? Value.Nothing
                : Value.Of((double)(values.Sum(value => OracleLogic.Number(value)!.Value) / values.Count)),
            "min" => values.Order(ValueOrder.Instance).FirstOrDefault(Value.Nothing),
            _ => values.Order(ValueOrder.Instance).LastOrDefault(Value.Nothing),
        };
    }

    private static Value Sum(List<Value> values) =>
        values.TrueForAll(value => value is Value.Integer)
            ? Value.Of(values.Sum(value => ((Value.Integer)value).Number))
            : Value.Of((double)values.Sum(value => OracleLogic.Number(value)!.Value));

    private static List<Value> Distinct(List<Value> values)
    {
        List<Value> distinct = [];
        foreach (var value in values)
        {
            if (!distinct.Exists(one => OracleLogic.AreSame(one, value)))
                distinct.Add(value);
        }

        return distinct;
    }
}
