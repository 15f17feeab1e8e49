using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Comparing cells: the common cases here, without an allocation, the others as values.</summary>
internal static class Comparison
{
    public static bool? AreEqual(in Cell left, in Cell right, QueryGraph graph)
    {
        if (left.IsNull || right.IsNull)
            return null;
        if ((left.IsInteger && right.IsInteger) || (left.IsBool && right.IsBool))
            return left.Integer == right.Integer;
        if ((left.IsNode && right.IsNode) || (left.IsRelation && right.IsRelation))
            return left.Number == right.Number;
        if (left.Object is Value.Text a && right.Object is Value.Text b)
            return a.Characters == b.Characters;
        return Comparing.AreEqual(left.ToValue(graph), right.ToValue(graph));
    }

    public static bool? Compare(ComparisonOperator comparison, in Cell left, in Cell right, QueryGraph graph)
    {
        if (left.IsInteger && right.IsInteger)
            return Holds(comparison, left.Integer.CompareTo(right.Integer));
        return comparison switch
        {
            ComparisonOperator.Equal => AreEqual(left, right, graph),
            ComparisonOperator.NotEqual => !AreEqual(left, right, graph),
            ComparisonOperator.Less => Comparing.IsLess(left.ToValue(graph), right.ToValue(graph)),
            ComparisonOperator.LessOrEqual => Comparing.IsLessOrEqual(left.ToValue(graph), right.ToValue(graph)),
            ComparisonOperator.Greater => Comparing.IsLess(right.ToValue(graph), left.ToValue(graph)),
            _ => Comparing.IsLessOrEqual(right.ToValue(graph), left.ToValue(graph)),
        };
    }

    /// <summary>Whether an order of two (below 0, 0, above 0) is what a comparison asks for.</summary>
    public static bool Holds(ComparisonOperator comparison, int order) =>
        comparison switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };
}
