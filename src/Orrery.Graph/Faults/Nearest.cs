namespace Orrery.Graph;

/// <summary>"Did you mean": the names nearest to what was typed.</summary>
public static class Nearest
{
    private const int Shown = 12;

    /// <summary>Names the nearest known names, or all of a few, or falls back.</summary>
    public static string Advice(string typed, IEnumerable<string> known, string otherwise)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        var near = names
            .Where(name => Distance(typed, name) <= Math.Max(1, typed.Length / 3))
            .OrderBy(name => Distance(typed, name))
            .Take(3)
            .ToArray();
        return near is not [] ? $"Did you mean {string.Join(" or ", near)}?"
            : names is [] ? otherwise
            : names.Length <= Shown ? $"Known: {string.Join(", ", names)}. {otherwise}"
            : otherwise;
    }

    // Levenshtein, two rows.
    private static int Distance(string a, string b)
    {
        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        var row = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            (before, row) = (row, before);
        }

        return before[b.Length];
    }
}
