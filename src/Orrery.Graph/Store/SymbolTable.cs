using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Orrery.Graph;

/// <summary>Names as small integers, in order of first use. One writer; readers never wait.</summary>
internal sealed class SymbolTable
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly (string? Name, int Number)[] _recent = new (string?, int)[64];
    private string[] _names = new string[64];

    public int Count { get; private set; }

    public string this[int number] => Volatile.Read(ref _names)[number];

    /// <summary>The number of a name, or -1 when nothing was ever called so.</summary>
    public int Find(string name) => _numbers.TryGetValue(name, out var number) ? number : -1;

    /// <summary>The number of a name, given out now if need be. Writer only.</summary>
    /// <remarks>The same string object is found again without hashing its characters: a decoded segment names a field by one object.</remarks>
    public int Take(string name)
    {
        ref var recent = ref _recent[RuntimeHelpers.GetHashCode(name) & 63];
        if (ReferenceEquals(recent.Name, name))
            return recent.Number;
        if (!_numbers.TryGetValue(name, out var number))
            number = Add(name);
        recent = (name, number);
        return number;
    }

    private int Add(string name)
    {
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
