using System.Collections.Concurrent;

namespace Orrery.Graph;

/// <summary>Names as small integers, in order of first use. One writer; readers never wait.</summary>
internal sealed class SymbolTable
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private string[] _names = new string[64];

    public int Count { get; private set; }

    public string this[int number] => Volatile.Read(ref _names)[number];

    /// <summary>The number of a name, or -1 when nothing was ever called so.</summary>
    public int Find(string name) => _numbers.TryGetValue(name, out var number) ? number : -1;

    /// <summary>The number of a name, given out now if need be. Writer only.</summary>
    public int Take(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        if (Count == _names.Length)
        {
            var wider = new string[_names.Length * 2];
            _names.CopyTo(wider, 0);
            Volatile.Write(ref _names, wider);
        }

        _names[Count] = name;
        _numbers[name] = Count;
        return Count++;
    }

    public IEnumerable<string> Names => _names.Take(Count);
}
