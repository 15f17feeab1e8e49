namespace Orrery.Graph;

/// <summary>"Did you mean": the names nearest to what was typed.</summary>
public static class Nearest
{
    private const int Shown = 12;
    private const int Longest = 200;

    /// <summary>Names the nearest known names, or all of a few, or falls back.</summary>
    public static string Advice(string typed, IEnumerable<string> known, string otherwise)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        var near =
            typed.Length > Longest
                ? []
                : names
                    .Where(name => Distance(typed, name) <= (typed.Length < 3 ? 0 : Math.Max(1, typed.Length / 3)))
                    .OrderBy(name => Distance(typed, name))
                    .Take(3)
                    .ToArray();
        return near is not [] ? $"Did you mean {string.Join(" or ", near)}?"
            : names is [] ? otherwise
            : names.Length <= Shown ? $"Known: {string.Join(", ", names)}. {otherwise}"
            : otherwise;
    }

    /// <summary>What is told of the names nearest to what was typed, at most three, nearest first. Of names with a dot only those that begin alike are looked at, by what follows it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">Names, and what is told of each.</param>
    public static IEnumerable<string> Of(string typed, IEnumerable<(string Name, string Told)> known)
    {
        var (head, tail) = Split(typed);
        if (typed.Length > Longest)
            return [];
        return known
            .Select(one => (Parts: Split(one.Name), one.Told))
            .Where(one => one.Parts.Head.Equals(head, StringComparison.OrdinalIgnoreCase))
            .Select(one => (Far: Distance(tail.ToUpperInvariant(), one.Parts.Tail.ToUpperInvariant()), one.Told))
            .Where(one => one.Far <= (tail.Length < 3 ? 0 : Math.Max(1, tail.Length / 3)))
            .OrderBy(one => one.Far)
            .ThenBy(one => one.Told, StringComparer.Ordinal)
            .Take(3)
            .Select(one => one.Told);
    }

    private static (string Head, string Tail) Split(string name) =>
        name.LastIndexOf('.') is >= 0 and var dot ? (name[..dot], name[(dot + 1)..]) : ("", name);

    // Letters left out, added, changed, or two neighbours swapped (optimal string alignment).
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > Math.Max(1, a.Length / 3))
            return int.MaxValue;
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
                distance[i, j] = i == 0 || j == 0 ? i + j : Step(distance, a, b, i, j);
        }

        return distance[a.Length, b.Length];
    }

    private static int Step(int[,] distance, string a, string b, int i, int j)
    {
        var best = Math.Min(
            Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1,
            distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        );
        return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? Math.Min(best, distance[i - 2, j - 2] + 1) : best;
    }
}
