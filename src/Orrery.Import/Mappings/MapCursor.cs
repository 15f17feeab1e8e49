namespace Orrery.Import;

/// <summary>Reads one map of a mapping file strictly: each key is asked for once, a key nobody asked for is a fault.</summary>
internal sealed class MapCursor
{
    private readonly string _file;
    private readonly Node.Map _map;
    private readonly string _where;
    private readonly List<string> _asked = [];

    public MapCursor(string file, Node node, string where)
    {
        (_file, _where, Line) = (file, where, node.Line);
        _map = node as Node.Map ?? throw Wrong(node, where, "a map is wanted here", "Write 'key: value' lines, indented.");
    }

    public int Line { get; }

    public string File => _file;

    public Node? Find(string key)
    {
        _asked.Add(key);
        return _map.Find(key);
    }

    public Node Take(string key, string example) =>
        Find(key) ?? throw Wrong(_map, $"{_where}.{key}", "it is missing", $"Write it, e.g. {key}: {example}");

    public string? FindText(string key) =>
        Find(key) switch
        {
            null => null,
            Node.Scalar { Text: { } text } => text,
            { } other => throw Wrong(
                other,
                $"{_where}.{key}",
                "one text is wanted here",
                $"Write {key}: and a text on one line."
            ),
        };

    public string TakeText(string key, string example) =>
        FindText(key) ?? throw Wrong(_map, $"{_where}.{key}", "it is missing", $"Write it, e.g. {key}: {example}");

    /// <summary>One text or a list of texts, with the nodes they stand at.</summary>
    public IEnumerable<(string Text, Node Node)> Texts(string key) => TextsOf(Find(key), key);

    public IEnumerable<Node> Items(string key) =>
        Find(key) switch
        {
            null or Node.Scalar { Text: null } => [],
            Node.List list => list.Items,
            { } other => throw Wrong(other, $"{_where}.{key}", "a list is wanted here", "Begin each entry with '- '."),
        };

    public IEnumerable<KeyValuePair<string, Node>> Entries(string key) =>
        Find(key) switch
        {
            null or Node.Scalar { Text: null } => [],
            Node.Map map => map.Entries,
            { } other => throw Wrong(other, $"{_where}.{key}", "a map is wanted here", "Write 'name: value' lines, indented."),
        };

    /// <summary>Ends the reading: what was not asked for is unknown.</summary>
    public void Close()
    {
        foreach (var (key, node) in _map.Entries)
        {
            if (!_asked.Contains(key))
                throw Wrong(
                    node,
                    $"{_where}.{key}",
                    "this key is not known here",
                    $"Use one of {string.Join(", ", _asked.Order())}."
                );
        }
    }

    public Orrery.Graph.FaultException Wrong(Node node, string key, string why, string remedy) =>
        ImportFaults.Mapping(_file, node.Line, key, why, remedy);

    public Orrery.Graph.FaultException Wrong(string key, string why, string remedy) =>
        ImportFaults.Mapping(_file, (_map.Find(key) ?? _map).Line, $"{_where}.{key}", why, remedy);

    private IEnumerable<(string Text, Node Node)> TextsOf(Node? node, string key) =>
        node switch
        {
            null => [],
            Node.Scalar { Text: { } text } => [(text, node)],
            Node.List list => list.Items.SelectMany(item => TextsOf(item, key)),
            _ => throw Wrong(node, $"{_where}.{key}", "a text, or a list of texts, is wanted here", "Write '- ' before each."),
        };
}
