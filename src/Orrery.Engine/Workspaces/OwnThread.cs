namespace Orrery.Engine;

/// <summary>A thread of its own for work that blocks, so that those who serve callers, which are few, go on meanwhile. It is begun when first needed.</summary>
/// <param name="name">What debuggers call it.</param>
/// <param name="work">Runs once for each time it was asked for.</param>
internal sealed class OwnThread(string name, Action work)
{
    private readonly object _door = new();
    private Thread? _thread;
    private int _asked;
    private bool _isEnding;

    /// <summary>Asks for the work.</summary>
    public void Ask()
    {
        lock (_door)
        {
            _asked++;
            if (_thread is null)
            {
                _thread = new(Run) { IsBackground = true, Name = name };
                _thread.Start();
            }

            Monitor.Pulse(_door);
        }
    }

    /// <summary>Waits until what was asked for is done, and ends the thread.</summary>
    public void End()
    {
        lock (_door)
        {
            _isEnding = true;
            Monitor.Pulse(_door);
        }

        _thread?.Join();
    }

    private void Run()
    {
        while (IsAsked())
            work();
    }

    private bool IsAsked()
    {
        lock (_door)
        {
            while (_asked == 0 && !_isEnding)
                Monitor.Wait(_door);
            return _asked-- > 0;
        }
    }
}
