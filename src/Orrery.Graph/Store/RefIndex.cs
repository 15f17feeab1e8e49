using System.Collections.Concurrent;

namespace Orrery.Graph;

/// <summary>Which entity a ref leads to. A ref once given is never given to another entity.</summary>
internal sealed class RefIndex
{
    private readonly ConcurrentDictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>The row of the ref in the table of refs, or -1.</summary>
    public int Find(string text) => _rows.TryGetValue(text, out var row) ? row : -1;

    /// <summary>Writer only; the first owner keeps it.</summary>
    public void Add(string text, int row) => _rows.TryAdd(text, row);
}
