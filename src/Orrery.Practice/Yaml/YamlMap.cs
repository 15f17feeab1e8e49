using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>A YAML mapping read key by key. What nobody asked for by the time of <see cref="Close"/> is a fault, so a typing error never passes silently.</summary>
internal sealed class YamlMap(string file, string path, YamlMappingNode node, List<Fault> faults)
{
    private readonly Dictionary<string, YamlNode> _children = ByKey(file, path, node, faults);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Where the mapping begins.</summary>
    public Place Place { get; } = At(file, node);

    /// <summary>The mapping as it was written.</summary>
    public YamlMappingNode Written => node;

    /// <summary>What to call it in messages.</summary>
    public string Path => path;

    /// <summary>Where all faults of the text are gathered.</summary>
    public List<Fault> Faults => faults;

    /// <summary>All keys in the order of the text.</summary>
    public IEnumerable<string> Keys => _children.Keys;

    public bool Has(string key) => _children.ContainsKey(key);

    public Place PlaceOf(string key) => _children.TryGetValue(key, out var child) ? At(file, child) : Place;

    /// <summary>The node under the key, or null.</summary>
    public YamlNode? Node(string key)
    {
        _asked.Add(key);
        return _children.GetValueOrDefault(key);
    }

    /// <summary>One line of text, or null when the key is not there.</summary>
    public string? Text(string key) =>
        Node(key) switch
        {
            null => null,
            YamlScalarNode { Value: { } text } scalar when text.Length > 0 || scalar.Style != ScalarStyle.Plain => text.Trim(),
            _ => Wrong<string?>(key, "text", null),
        };

    /// <summary>Text that must be there.</summary>
    public string Required(string key)
    {
        if (!Has(key))
            faults.Add(YamlFaults.Missing(Place, path, key));
        return Text(key) ?? "";
    }

    /// <summary>True or false; false when the key is not there.</summary>
    public bool Flag(string key) =>
        Text(key) switch
        {
            null or "false" => false,
            "true" => true,
            _ => Wrong(key, "true or false", false),
        };

    /// <summary>A whole number of at least 1, or null when the key is not there.</summary>
    public int? Whole(string key) =>
        Text(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : Wrong<int?>(key, "a whole number above 0", null);

    /// <summary>A number, or null when the key is not there.</summary>
    public double? AnyNumber(string key) =>
        Text(key) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
        : Wrong<double?>(key, "a number", null);

    /// <summary>One text or a list of them; empty when the key is not there.</summary>
    public ImmutableArray<string> Texts(string key) =>
        Node(key) switch
        {
            null => [],
            YamlScalarNode { Value: { Length: > 0 } one } => [one.Trim()],
            YamlSequenceNode many when many.All(n => n is YamlScalarNode { Value.Length: > 0 }) =>
            [
                .. many.Select(n => ((YamlScalarNode)n).Value!.Trim()),
            ],
            _ => Wrong<ImmutableArray<string>>(key, "a text or a list of texts", []),
        };

    /// <summary>The mapping under the key, or null.</summary>
    public YamlMap? Map(string key) =>
        Node(key) switch
        {
            null => null,
            YamlMappingNode map => new(file, Name(key), map, faults),
            _ => Wrong<YamlMap?>(key, "a mapping (keys and values, indented)", null),
        };

    /// <summary>The mappings of a list under the key; empty when it is not there.</summary>
    public ImmutableArray<YamlMap> Maps(string key) =>
        Node(key) switch
        {
            null => [],
            YamlSequenceNode list when list.All(n => n is YamlMappingNode) =>
            [
                .. list.Select((n, i) => new YamlMap(file, $"{Name(key)}[{i + 1}]", (YamlMappingNode)n, faults)),
            ],
            _ => Wrong<ImmutableArray<YamlMap>>(key, "a list of mappings", []),
        };

    /// <summary>Every key with the mapping under it: how things are named in our texts.</summary>
    public IEnumerable<(string Key, YamlMap Map)> Named()
    {
        foreach (var key in Keys)
            if (Map(key) is { } map)
                yield return (key, map);
    }

    /// <summary>Says that a value is not what it should be.</summary>
    public T Wrong<T>(string key, string wanted, T instead)
    {
        var found = _children[key] switch
        {
            YamlMappingNode => "a mapping",
            YamlSequenceNode => "a list",
            YamlScalarNode { Value: { Length: > 0 } text } => $"'{text}'",
            _ => "empty",
        };
        faults.Add(YamlFaults.WrongType(PlaceOf(key), Name(key), found, wanted));
        return instead;
    }

    /// <summary>The same mapping read from the beginning, with faults gathered elsewhere.</summary>
    public YamlMap Anew(List<Fault> elsewhere) => new(file, path, node, elsewhere);

    /// <summary>Every text below, keys too, each with the key it stands under.</summary>
    public IEnumerable<(string Key, string Text, Place Place)> EveryText() => TextsOf(path, node);

    /// <summary>Refuses every key that was not asked for.</summary>
    public void Close()
    {
        foreach (var key in Keys.Where(k => !_asked.Contains(k)))
            faults.Add(YamlFaults.UnknownKey(At(file, _children[key]), path, key, _asked));
    }

    /// <summary>Where a node begins.</summary>
    public static Place At(string file, YamlNode node) => new(file, (int)node.Start.Line);

    private IEnumerable<(string Key, string Text, Place Place)> TextsOf(string key, YamlNode at) =>
        at switch
        {
            YamlScalarNode { Value: { } text } => [(key, text, At(file, at))],
            YamlSequenceNode list => list.SelectMany(item => TextsOf(key, item)),
            YamlMappingNode map => map.SelectMany(pair =>
                TextsOf(key, pair.Key).Concat(TextsOf((pair.Key as YamlScalarNode)?.Value ?? key, pair.Value))
            ),
            _ => [],
        };

    private string Name(string key) => path == file ? key : $"{path}.{key}";

    private static Dictionary<string, YamlNode> ByKey(string file, string path, YamlMappingNode node, List<Fault> faults)
    {
        var children = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
                children[name] = value;
            else
                faults.Add(YamlFaults.WrongType(At(file, key), $"a key of {path}", "not a text", "a plain word"));
        }

        return children;
    }
}
