using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Orrery.Graph;

namespace Orrery.Engine;

/// <summary>Those who want to hear of each new revision. A slow one hears of the newest only.</summary>
internal sealed class Followers
{
    private readonly ConcurrentDictionary<Channel<Revision>, byte> _channels = new();
    private volatile bool _isComplete;

    public void Tell(Revision revision)
    {
        foreach (var channel in _channels.Keys)
            channel.Writer.TryWrite(revision);
    }

    public async IAsyncEnumerable<Revision> FollowAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var channel = Channel.CreateBounded<Revision>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        _channels[channel] = 0;
        if (_isComplete)
            channel.Writer.TryComplete();
        try
        {
            await foreach (var revision in channel.Reader.ReadAllAsync(cancel))
                yield return revision;
        }
        finally
        {
            _channels.TryRemove(channel, out _);
        }
    }

    public void Complete()
    {
        _isComplete = true;
        foreach (var channel in _channels.Keys)
            channel.Writer.TryComplete();
    }
}
