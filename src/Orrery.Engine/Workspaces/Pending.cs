using NodaTime;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>A decision somebody waits for.</summary>
internal sealed record Pending(Func<GraphSnapshot, Decision> Decide, Cause Cause, Instant? Recorded, CancellationToken Cancel)
{
    private static readonly Cause Upkeep = new("Orrery", Origin.Product);

    /// <summary>Nothing to decide: a turn for the writer to see to what else waits for it.</summary>
    public static Pending Nothing { get; } = new(_ => new Decision.Accepted([]), Upkeep, null, CancellationToken.None);

    public TaskCompletionSource<Outcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
