using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What can be told of values before anything runs.</summary>
internal static class StaticTypes
{
    public static StaticType Of(Value value) =>
        value switch
        {
            Value.Null => StaticType.Null,
            Value.Integer => StaticType.Integer,
            Value.Float => StaticType.Float,
            Value.Text => StaticType.Text,
            Value.Bool => StaticType.Bool,
            _ => StaticType.Any,
        };

    public static StaticType OfArithmetic(BinaryOperator operation, StaticType left, StaticType right) =>
        (left, right) switch
        {
            (StaticType.Integer, StaticType.Integer) => operation == BinaryOperator.Power ? StaticType.Float : StaticType.Integer,
            (StaticType.Integer or StaticType.Float, StaticType.Integer or StaticType.Float) => StaticType.Float,
            (StaticType.Text, StaticType.Text) => StaticType.Text,
            (StaticType.List, _) or (_, StaticType.List) when operation == BinaryOperator.Add => StaticType.List,
            _ => StaticType.Any,
        };

    /// <summary>As people say it.</summary>
    public static string Words(StaticType type) =>
        type switch
        {
            StaticType.Node => "an entity",
            StaticType.Relation => "a relation",
            StaticType.Path => "a path",
            StaticType.Integer => "a whole number",
            StaticType.Float => "a number",
            StaticType.Text => "a text",
            StaticType.Bool => "a truth value",
            StaticType.List => "a list",
            StaticType.Relations => "a list of relations",
            StaticType.Map => "a map",
            StaticType.Temporal => "a time",
            StaticType.Null => "null",
            _ => "something",
        };
}
