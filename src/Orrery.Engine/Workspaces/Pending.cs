using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>A decision somebody waits for.</summary>
internal sealed record Pending(Func<GraphSnapshot, Decision> Decide, Cause Cause, Instant? Recorded, CancellationToken Cancel)
{
    public TaskCompletionSource<Outcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
