using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>What a stretch of the journal did to one fact, whatever happened in between.</summary>
/// <param name="Subject">The entity or relation.</param>
/// <param name="Field">The field; null for its existence.</param>
/// <param name="Was">Before the stretch, at the instant asked about; a truth value for existence.</param>
/// <param name="Now">After it.</param>
/// <param name="Last">The change set that wrote the fact last.</param>
public sealed record NetChange(Id Subject, string? Field, Value Was, Value Now, Revision Last);
