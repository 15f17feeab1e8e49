namespace Orrery.Storage;

/// <summary>
/// Flushes a file again and again while somebody else writes it. Flushed at its end alone, all of it would have to reach the disk before the next flush of
/// any other file is done, the journal's among them ("commits" in bench/).
/// </summary>
internal sealed class FlushedMeanwhile : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(5);

    private readonly ManualResetEventSlim _ends = new();
    private readonly Thread _flushing;

    private FlushedMeanwhile(string path)
    {
        _flushing = new(() => Flush(path)) { IsBackground = true, Name = "backup" };
        _flushing.Start();
    }

    /// <summary>Until it is disposed.</summary>
    /// <param name="path">It may come into being later.</param>
    public static FlushedMeanwhile Begin(string path) => new(path);

    public void Dispose()
    {
        _ends.Set();
        _flushing.Join();
        _ends.Dispose();
    }

    private void Flush(string path)
    {
        while (!_ends.Wait(Rest))
            FlushToTheEnd(path);
    }

    private void FlushToTheEnd(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            while (!_ends.Wait(Rest))
                RandomAccess.FlushToDisk(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is not there yet, or the disk is broken: the last flush, of whoever writes it, says so.
        }
    }
}
