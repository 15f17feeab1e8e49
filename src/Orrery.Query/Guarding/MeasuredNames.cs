namespace Orrery.Query;

/// <summary>Names whose lists are counted, added up or picked from anywhere in a query: gathering into them is no mere showing.</summary>
internal static class MeasuredNames
{
    public static HashSet<string> Of(RegularQuery query)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        var columns = WholeQuery.Columns(query).ToArray();
        foreach (var expression in WholeQuery.Expressions(query))
            Add(expression, names);
        // What is measured under another name is measured, too.
        for (var before = -1; before != names.Count; )
        {
            before = names.Count;
            foreach (var (name, expression) in columns.Where(column => names.Contains(column.Name)))
                FreeNames.Add(expression, names);
        }

        return names;
    }

    /// <summary>Whether a function makes a figure of a list.</summary>
    public static bool Measures(string function) =>
        function.Equals("size", StringComparison.OrdinalIgnoreCase)
        || function.Equals("length", StringComparison.OrdinalIgnoreCase);

    private static void Add(Expression expression, HashSet<string> names)
    {
        var list = expression switch
        {
            Expression.Call { Arguments: [var only] } call when Measures(call.Name.Text) => only,
            Expression.Reduction reduction => reduction.Source,
            Expression.Index index => index.Target,
            _ => null,
        };
        if (list is not null)
            FreeNames.Add(list, names);
    }
}
