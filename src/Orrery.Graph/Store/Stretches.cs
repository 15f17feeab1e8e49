namespace Orrery.Graph;

/// <summary>Disjoint, ordered stretches of time with gaps between them, in ticks.</summary>
internal static class Stretches
{
    /// <summary>The one stretch of an interval; none for an empty one.</summary>
    public static List<(long From, long To)> Of(Validity during)
    {
        var (from, to) = (Ticks.Of(during.From), Ticks.Of(during.To));
        return from < to ? [(from, to)] : [];
    }

    public static void Add(List<(long From, long To)> stretches, long from, long to)
    {
        if (from >= to)
            return;
        var first = stretches.FindIndex(s => s.To >= from);
        if (first < 0)
        {
            stretches.Add((from, to));
            return;
        }

        var end = first;
        while (end < stretches.Count && stretches[end].From <= to)
        {
            from = Math.Min(from, stretches[end].From);
            to = Math.Max(to, stretches[end].To);
            end++;
        }

        stretches.RemoveRange(first, end - first);
        stretches.Insert(first, (from, to));
    }

    public static void Remove(List<(long From, long To)> stretches, long from, long to)
    {
        if (from >= to)
            return;
        for (var i = stretches.Count - 1; i >= 0; i--)
        {
            var (start, end) = stretches[i];
            if (end <= from || to <= start)
                continue;
            stretches.RemoveAt(i);
            if (to < end)
                stretches.Insert(i, (to, end));
            if (start < from)
                stretches.Insert(i, (start, from));
        }
    }

    public static List<(long From, long To)> Intersect(List<(long From, long To)> left, List<(long From, long To)> right)
    {
        List<(long From, long To)> both = [];
        var (i, j) = (0, 0);
        while (i < left.Count && j < right.Count)
        {
            var (from, to) = (Math.Max(left[i].From, right[j].From), Math.Min(left[i].To, right[j].To));
            if (from < to)
                both.Add((from, to));
            if (left[i].To < right[j].To)
                i++;
            else
                j++;
        }

        return both;
    }
}
