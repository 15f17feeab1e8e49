namespace Orrery.Tests.Query;

/// <summary>A document with queries in it, each with what is said to it below: a table, or a block of text.</summary>
internal static class FencedQueries
{
    private const string Opening = "```cypher";
    private const string Fence = "```";

    /// <summary>The queries in order, each with what stands below it and the line it begins in.</summary>
    public static IEnumerable<(string Query, string Below, int Line)> In(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != Opening)
                continue;
            var end = Array.IndexOf(lines, Fence, i);
            var below = BelowOf(lines, end);
            yield return (string.Join('\n', lines[(i + 1)..end]), Join(lines[below]), i + 1);
            i = end;
        }
    }

    /// <summary>The document with other texts below its queries.</summary>
    public static string With(string text, Func<string, string> said)
    {
        var lines = text.Split('\n').ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] != Opening)
                continue;
            var end = lines.IndexOf(Fence, i);
            var (start, length) = BelowOf([.. lines], end).GetOffsetAndLength(lines.Count);
            lines.RemoveRange(start, length);
            var fresh = said(string.Join('\n', lines[(i + 1)..end])).TrimEnd('\n').Split('\n').ToList();
            if (length == 0)
                fresh.Insert(0, "");
            lines.InsertRange(start, fresh);
            i = end;
        }

        return string.Join('\n', lines);
    }

    // Behind an empty line: a table, or a fenced block.
    private static Range BelowOf(string[] lines, int end)
    {
        var start = end + 2;
        if (start < lines.Length && lines[start].StartsWith('|'))
            return start..Array.FindIndex(lines, start, line => !line.StartsWith('|'));
        return start < lines.Length && lines[start] == "```text"
            ? start..(Array.IndexOf(lines, Fence, start) + 1)
            : (end + 1)..(end + 1);
    }

    private static string Join(string[] lines) => lines is [] ? "" : string.Join('\n', lines) + "\n";
}
