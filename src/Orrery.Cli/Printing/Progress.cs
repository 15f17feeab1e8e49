using System.Diagnostics;

namespace Orrery.Cli;

/// <summary>How far long work has come, on the error stream: one line written over on a screen, a line now and then elsewhere.</summary>
internal sealed class Progress(Terminal terminal, string what, long total) : IDisposable
{
    private const int BarWidth = 24;

    private static readonly TimeSpan OnScreen = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(2);

    private readonly long _began = Stopwatch.GetTimestamp();
    private long _told = Stopwatch.GetTimestamp();
    private bool _onLine;

    public void Show(long done, string at)
    {
        if (Stopwatch.GetElapsedTime(_told) < (terminal.ShowsProgress ? OnScreen : Elsewhere))
            return;
        _told = Stopwatch.GetTimestamp();
        terminal.Error.Write(terminal.ShowsProgress ? $"\r{Bar(done)} {at}\e[K" : $"{what}: {Share(done)} {at}\n");
        terminal.Error.Flush();
        _onLine = terminal.ShowsProgress;
    }

    /// <summary>How long it has taken, for the closing line.</summary>
    public string Took => $"{Stopwatch.GetElapsedTime(_began).TotalSeconds:0.0} s";

    public void Dispose()
    {
        if (_onLine)
            terminal.Error.Write("\r\e[K");
    }

    private string Bar(long done)
    {
        var full = total == 0 ? 0 : (int)(BarWidth * done / total);
        return $"{what} [{new string('#', full)}{new string('.', BarWidth - full)}] {Share(done)}";
    }

    private string Share(long done) => $"{done:N0} of {total:N0}";
}
