using System.Collections.Immutable;

namespace Orrery.Import;

/// <summary>YAML files: one document, or many that each begin with a marker and may carry their path in a comment.</summary>
internal static class YamlFiles
{
    private const string PathComment = "# path:";

    public static FileContent ReadOne(string file, string text, ImportLimits limits)
    {
        var reader = new YamlReader(file, limits);
        var root = reader.Read(text, linesBefore: 0) ?? throw ImportFaults.Empty(file);
        return new([new(null, root)], [.. reader.Doubled]);
    }

    /// <summary>Each document is parsed by itself: a comment that the parser would drop is kept, and lines stay those of the file.</summary>
    public static FileContent ReadMany(string file, string text, ImportLimits limits)
    {
        var reader = new YamlReader(file, limits);
        var documents = ImmutableArray.CreateBuilder<Document>();
        foreach (var (chunk, line) in Chunks(text))
        {
            if (reader.Read(chunk, line) is { } root)
                documents.Add(new(PathOf(chunk), root));
        }

        return documents.Count > 0 ? new(documents.DrainToImmutable(), [.. reader.Doubled]) : throw ImportFaults.Empty(file);
    }

    /// <summary>The texts between markers, with the lines before each.</summary>
    private static IEnumerable<(string Chunk, int LinesBefore)> Chunks(string text)
    {
        var (start, startLine, line) = (0, 0, 0);
        for (var place = 0; place < text.Length; line++)
        {
            var end = text.IndexOf('\n', place);
            end = end < 0 ? text.Length : end + 1;
            if (IsMarker(text.AsSpan(place, end - place)))
            {
                yield return (text[start..place], startLine);
                (start, startLine) = (end, line + 1);
            }

            place = end;
        }

        yield return (text[start..], startLine);
    }

    private static bool IsMarker(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static string? PathOf(string chunk)
    {
        foreach (var line in chunk.AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (text.StartsWith(PathComment, StringComparison.Ordinal))
                return text[PathComment.Length..].Trim().ToString();
            if (text.Length > 0 && text[0] != '#')
                return null;
        }

        return null;
    }
}
