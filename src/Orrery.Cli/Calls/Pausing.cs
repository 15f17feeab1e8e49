namespace Orrery.Cli;

/// <summary>Waits for something that cannot be waited for: a lock of another process.</summary>
internal static class Pausing
{
    public static async Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancel)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = clock.CreateTimer(_ => over.TrySetResult(), null, time, Timeout.InfiniteTimeSpan);
        await over.Task.WaitAsync(cancel);
    }
}
