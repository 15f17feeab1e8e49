using System.Collections.Immutable;

namespace Orrery.Import;

/// <summary>One document of a file: most formats hold one, <c>yaml-documents</c> many.</summary>
/// <param name="Path">What the comment at its head calls it; null where it has none.</param>
/// <param name="Root">Its content.</param>
internal sealed record Document(string? Path, Node Root);

/// <summary>A file, read.</summary>
/// <param name="Documents">In the order of the file.</param>
/// <param name="Doubled">Keys written twice in one map; the last stands.</param>
internal sealed record FileContent(ImmutableArray<Document> Documents, ImmutableArray<DoubledKey> Doubled);

/// <summary>A key that a map holds twice.</summary>
internal sealed record DoubledKey(string Key, int Line);
