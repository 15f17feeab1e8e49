using System.Diagnostics.CodeAnalysis;

namespace Orrery.Graph;

/// <summary>A dictionary that is made when something is first put into it: most drafts are of one command, and fill none of theirs.</summary>
internal struct LateMap<TKey, TValue>
    where TKey : notnull
{
    private Dictionary<TKey, TValue>? _entries;

    public readonly bool IsEmpty => _entries is null;

    public readonly bool ContainsKey(TKey key) => _entries is not null && _entries.ContainsKey(key);

    public readonly bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_entries is not null)
            return _entries.TryGetValue(key, out value);
        value = default;
        return false;
    }

    /// <summary>Puts it there, in place of what was.</summary>
    public TValue Put(TKey key, TValue value) => (_entries ??= [])[key] = value;
}
