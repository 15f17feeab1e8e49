using System.Collections.Immutable;
using System.Threading.Channels;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Decodes the next segments on another thread while the caller applies the last one.</summary>
internal sealed class ReadAhead : IAsyncDisposable
{
    private readonly Channel<ImmutableArray<ChangeSet>> _decoded = Channel.CreateBounded<ImmutableArray<ChangeSet>>(2);
    private readonly CancellationTokenSource _stop;
    private readonly Task _reading;

    public ReadAhead(Func<CancellationToken, IEnumerable<ImmutableArray<ChangeSet>>> segments, CancellationToken cancel)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _reading = Task.Run(() => FillAsync(segments(_stop.Token)), CancellationToken.None);
    }

    public IAsyncEnumerable<ImmutableArray<ChangeSet>> ReadAllAsync(CancellationToken cancel) =>
        _decoded.Reader.ReadAllAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _stop.Dispose();
    }

    /// <summary>Whatever ends the reading reaches the caller through the channel.</summary>
    private async Task FillAsync(IEnumerable<ImmutableArray<ChangeSet>> segments)
    {
        Exception? end = null;
        try
        {
            foreach (var changes in segments)
                await _decoded.Writer.WriteAsync(changes, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or FaultException)
        {
            end = e;
        }

        _decoded.Writer.Complete(end);
    }
}
