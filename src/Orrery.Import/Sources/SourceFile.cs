using NodaTime;

namespace Orrery.Import;

/// <summary>A file of a source, not read yet.</summary>
/// <param name="Source">The source it is a reading of.</param>
/// <param name="Path">Relative to the folder, with slashes.</param>
/// <param name="From">From when what it says holds; null for from the moment of reading.</param>
public sealed record SourceFile(string Source, string Path, Instant? From);
