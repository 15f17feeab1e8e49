using System.Collections.Immutable;

namespace Orrery.Import;

/// <summary>Collects the entries of a map while it is read: a later value of a name replaces the earlier one and is noted.</summary>
internal sealed class MapEntries(List<DoubledKey> doubled)
{
    private readonly List<KeyValuePair<string, Node>> _entries = [];
    private Dictionary<string, int>? _places;

    public void Add(string key, Node value, int line)
    {
        var place = PlaceOf(key);
        if (place < 0)
        {
            _places?.Add(key, _entries.Count);
            _entries.Add(new(key, value));
            return;
        }

        doubled.Add(new(key, line));
        _entries[place] = new(key, value);
    }

    public ImmutableArray<KeyValuePair<string, Node>> Close() => [.. _entries];

    private int PlaceOf(string key)
    {
        if (_places is null && _entries.Count <= 16)
            return _entries.FindIndex(e => e.Key == key);
        _places ??= _entries.Index().ToDictionary(e => e.Item.Key, e => e.Index);
        return _places.GetValueOrDefault(key, -1);
    }
}
