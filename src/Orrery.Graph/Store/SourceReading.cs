using NodaTime;

namespace Orrery.Graph;

/// <summary>A reading of a source that the journal tells of.</summary>
/// <param name="Source">E.g. <c>kubernetes/sigs</c>.</param>
/// <param name="File">What was read.</param>
/// <param name="From">From when what it said holds.</param>
/// <param name="Digest">SHA-256 of what was read, in hexadecimal.</param>
/// <param name="Revision">Where it is recorded.</param>
public sealed record SourceReading(string Source, string File, Instant From, string Digest, Revision Revision);
