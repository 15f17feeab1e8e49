using System.Collections.Concurrent;

namespace Orrery.Storage;

/// <summary>Files of a workspace that lives in memory.</summary>
public sealed class MemoryAttachments : IAttachments
{
    private readonly ConcurrentDictionary<ContentHash, byte[]> _kept = new();

    /// <inheritdoc/>
    public IEnumerable<ContentHash> All => _kept.Keys.OrderBy(hash => hash.Text, StringComparer.Ordinal);

    /// <inheritdoc/>
    public ContentHash Keep(ReadOnlySpan<byte> content)
    {
        var hash = ContentHash.Of(content);
        _kept.TryAdd(hash, content.ToArray());
        return hash;
    }

    /// <inheritdoc/>
    public byte[]? Find(ContentHash hash) => _kept.TryGetValue(hash, out var content) ? [.. content] : null;
}
