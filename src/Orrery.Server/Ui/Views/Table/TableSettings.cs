using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>What a table is told, with the columns that are there.</summary>
/// <param name="Group">The column whose values are headings, or null.</param>
/// <param name="Totals">The columns that are summed; null when nobody said.</param>
/// <param name="Sort">The columns it is sorted by, the first first.</param>
/// <param name="Shown">The columns to show in order; null for all.</param>
/// <param name="Missing">Columns to sort by that are not there; the page tells of the others.</param>
internal sealed record TableSettings(
    int? Group,
    ImmutableArray<int>? Totals,
    ImmutableArray<(int Column, bool IsDescending)> Sort,
    ImmutableArray<int>? Shown,
    ImmutableArray<string> Missing
)
{
    public static TableSettings Of(ImmutableArray<string> columns, Func<string, string?> said)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        var group = said(TableShape.Group) is { } by ? Find(by) : null;
        var totals = said(TableShape.Total) is { } summed ? FindAll(summed) : null;
        ImmutableArray<(int, bool)> sort =
        [
            .. Parts(said(TableShape.Sort) ?? "")
                .Select(part => (Column: Sorting(part.TrimStart('-')), IsDescending: part.StartsWith('-')))
                .Where(key => key.Column is not null)
                .Select(key => (key.Column!.Value, key.IsDescending)),
        ];
        var shown = said(TableShape.Columns) is { } named ? FindAll(named) : null;
        return new(group, totals, sort, shown is [] ? null : shown, missing.Distinct().ToImmutableArray());

        int? Find(string name) => columns.IndexOf(name) is >= 0 and var column ? column : null;

        int? Sorting(string name)
        {
            if (Find(name) is null)
                missing.Add(name);
            return Find(name);
        }

        ImmutableArray<int>? FindAll(string names) => [.. Parts(names).Select(Find).OfType<int>()];

        // A column may have a comma in its name.
        IEnumerable<string> Parts(string names) =>
            columns.Contains(names.TrimStart('-'))
                ? [names]
                : names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
