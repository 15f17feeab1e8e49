using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Small tables that a mapping reads beside the sources, such as the dates of releases.</summary>
/// <param name="Tables">By name; a row without a value is <see cref="Value.Null"/>.</param>
internal sealed record LookupTables(ImmutableDictionary<string, LookupTable> Tables)
{
    public static readonly LookupTables None = new(ImmutableDictionary<string, LookupTable>.Empty);

    public Transformed Find(string table, string key)
    {
        if (!Tables.TryGetValue(table, out var rows))
            return new Transformed.Rejected($"the table '{table}' was not read");
        if (!rows.Rows.TryGetValue(key, out var value))
            return new Transformed.Rejected($"is not in {rows.File}");
        return value.IsNothing ? new Transformed.Rejected($"has no date in {rows.File}: stays undated") : Transformed.Of(value);
    }
}

/// <summary>One table.</summary>
/// <param name="File">The file it was read from.</param>
/// <param name="Rows">By key.</param>
internal sealed record LookupTable(string File, ImmutableDictionary<string, Value> Rows);
