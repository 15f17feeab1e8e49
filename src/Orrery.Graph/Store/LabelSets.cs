using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Each set of labels that ever occurred, as one small integer. One writer; readers never wait.</summary>
internal sealed class LabelSets(SymbolTable labels)
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _singles = new(StringComparer.Ordinal);
    private ImmutableArray<int>[] _sets = new ImmutableArray<int>[32];
    private ImmutableArray<string>[] _names = new ImmutableArray<string>[32];
    private bool[] _models = new bool[32];
    private bool[] _shapes = new bool[32];

    public int Count { get; private set; }

    /// <summary>The label numbers of a set, ascending by name.</summary>
    public ImmutableArray<int> this[int set] => Volatile.Read(ref _sets)[set];

    public ImmutableArray<string> NamesOf(int set) => Volatile.Read(ref _names)[set];

    /// <summary>Whether what entities of this set say is part of the model: kinds, fields and the like, and the words for them.</summary>
    public bool IsModel(int set) => Volatile.Read(ref _models)[set];

    /// <summary>Whether the model changes with entities of this set: what people say about things and attach to them does not change it.</summary>
    public bool Shapes(int set) => Volatile.Read(ref _shapes)[set];

    public bool Has(int set, int label) => this[set].Contains(label);

    /// <summary>The number of a set, given out now if need be. Writer only.</summary>
    public int Take(ImmutableArray<string> names)
    {
        if (names is [var only] && _singles.TryGetValue(only, out var single))
            return single;
        var sorted = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var key = string.Join('\0', sorted);
        if (_numbers.TryGetValue(key, out var number))
            return number;
        if (Count == _sets.Length)
        {
            Volatile.Write(ref _models, [.. _models, .. new bool[_models.Length]]);
            Volatile.Write(ref _shapes, [.. _shapes, .. new bool[_shapes.Length]]);
            Volatile.Write(ref _names, [.. _names, .. new ImmutableArray<string>[_names.Length]]);
            Volatile.Write(ref _sets, [.. _sets, .. new ImmutableArray<int>[_sets.Length]]);
        }

        _sets[Count] = [.. sorted.Select(labels.Take)];
        _names[Count] = [.. sorted];
        _models[Count] = sorted.Any(MetaKinds.Contains);
        _shapes[Count] = sorted.Any(MetaKinds.Shapes);
        if (sorted is [var one])
            _singles[one] = Count;
        _numbers[key] = Count;
        return Count++;
    }
}
