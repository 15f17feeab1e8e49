namespace Orrery.Query;

/// <summary>All functions by name, for advice and completion.</summary>
internal static class FunctionNames
{
    public static IEnumerable<string> All =>
        FunctionCatalogue
            .All.Values.Select(function => function.Name)
            .Concat(GraphFunctions.All.Keys)
            .Concat(AggregateCatalogue.All.Values.Select(function => function.Name))
            .Append("exists")
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a function answers, where it is one and the same for all arguments.</summary>
    public static StaticType TypeOf(string name) =>
        name switch
        {
            "size" or "toInteger" => StaticType.Integer,
            "toString" or "toLower" or "toUpper" or "trim" or "substring" or "replace" or "left" or "right" => StaticType.Text,
            "toBoolean" or "isNaN" or "isEmpty" => StaticType.Bool,
            "range" or "split" => StaticType.List,
            _ => StaticType.Any,
        };
}
