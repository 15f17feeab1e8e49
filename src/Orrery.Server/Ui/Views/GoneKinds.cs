using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A kind that is no more: merged into another, or taken away.</summary>
/// <param name="Title">What it was called.</param>
/// <param name="Cause">The change that ended it.</param>
public sealed record GoneKind(string Title, RecordedCause Cause);

/// <summary>Kinds that a question names and that are no more; an empty answer would say nothing of it.</summary>
internal static partial class GoneKinds
{
    /// <summary>Those that a question names after a colon or a bar, once each.</summary>
    public static IEnumerable<GoneKind> In(string question, Reading reading) =>
        Labels()
            .Matches(question)
            .Select(named => SymbolOf(named.Groups["label"].Value))
            .Distinct(StringComparer.Ordinal)
            .Select(symbol => Find(symbol, reading))
            .OfType<GoneKind>();

    /// <summary>The kind of that symbol that is no more, or null.</summary>
    public static GoneKind? Find(string symbol, Reading reading) =>
        reading.Model.FindKind(symbol) is null
        && !MetaKinds.Describes(symbol)
        && EntityRef.TryParse($"{MetaKinds.Kind}:{symbol}", out var reference)
        && reading.FindAnyTime(reference) is { Exists: false } kind
        && kind.Recorded() is [.., { Revision: var last }]
            ? new(kind.Title, reading.Snapshot.CauseOf(last))
            : null;

    // FocusArea is focus-area.
    private static string SymbolOf(string label) => Humps().Replace(label, "-").Replace('_', '-').ToLowerInvariant();

    [GeneratedRegex(@"[:|]\s*(?:`(?<label>[^`]+)`|(?<label>\p{L}\w*))", RegexOptions.None, 1000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})", RegexOptions.None, 1000)]
    private static partial Regex Humps();
}
