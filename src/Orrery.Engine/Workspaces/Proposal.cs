using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Commands that belong together: all of them happen in one change set, or none.</summary>
/// <param name="Commands">In order.</param>
/// <param name="Cause">Who asks, why, from where.</param>
/// <param name="Recorded">For history that is told afterwards (demos, restores): when it was recorded. Null for the clock. Never before the change set before it.</param>
public sealed record Proposal(IReadOnlyList<GraphCommand> Commands, Cause Cause, Instant? Recorded = null);
