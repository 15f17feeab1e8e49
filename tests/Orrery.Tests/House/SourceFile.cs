using System.Text.RegularExpressions;

namespace Orrery.Tests.House;

/// <summary>One text file of the repository.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public int LineCount => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;

    /// <summary>Where a pattern matches, as <c>path:line text</c>.</summary>
    public IEnumerable<string> Places(Regex pattern) =>
        pattern.Matches(Text).Select(match => $"{Path}:{Text.AsSpan(0, match.Index).Count('\n') + 1} {match.Value.Trim()}");
}
