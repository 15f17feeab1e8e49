namespace Orrery.Query;

/// <summary>Names of things that conditions single out: by a field, an id or a ref.</summary>
internal static class PinnedNames
{
    public static HashSet<string> Of(RegularQuery query)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var where in WholeQuery.Conditions(query).SelectMany(Children.WithAllOf))
        {
            switch (where)
            {
                case Expression.Property { Target: Expression.Variable variable }:
                    names.Add(variable.Name);
                    break;
                case Expression.Call { Arguments: [Expression.Variable variable] }:
                    names.Add(variable.Name);
                    break;
            }
        }

        return names;
    }
}
