using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Orrery.Import;

/// <summary>Reads YAML into nodes from the parser's events: no types, no tags, no recursion, bounded in depth and size.</summary>
internal sealed class YamlReader(string file, ImportLimits limits)
{
    private readonly Dictionary<AnchorName, Node> _anchors = [];
    private readonly List<DoubledKey> _doubled = [];
    private readonly Stack<Open> _open = new();
    private long _nodes;

    /// <summary>Keys met twice so far.</summary>
    public IReadOnlyList<DoubledKey> Doubled => _doubled;

    /// <summary>Reads one document; null when it is empty.</summary>
    /// <param name="text">Without document markers in its middle.</param>
    /// <param name="linesBefore">Lines of the file before <paramref name="text"/>.</param>
    public Node? Read(string text, int linesBefore)
    {
        _anchors.Clear();
        _open.Clear();
        Node? root = null;
        try
        {
            var parser = new Parser(new StringReader(text));
            while (MovesOn(parser, linesBefore))
            {
                if (parser.Current is DocumentStart && root is not null)
                    throw ImportFaults.Malformed(
                        file,
                        Line(parser.Current, linesBefore),
                        "one YAML document",
                        "a second document begins here."
                    );
                if (Next(parser.Current!, Line(parser.Current!, linesBefore)) is { } finished)
                    root = finished;
            }
        }
        catch (YamlException wrong)
        {
            throw ImportFaults.Malformed(file, wrong.Start.Line + linesBefore, "YAML", Reason(wrong));
        }

        return root;
    }

    // The parser answers some broken texts as if it were broken itself.
    private bool MovesOn(Parser parser, int linesBefore)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            var line = (int)(parser.Current?.End.Line ?? 1) + linesBefore;
            throw ImportFaults.Malformed(
                file,
                line,
                "YAML",
                "a value that begins here or right after is not written to its end."
            );
        }
    }

    /// <summary>Takes one event; answers the root when it is complete.</summary>
    private Node? Next(ParsingEvent happened, int line) =>
        happened switch
        {
            Scalar scalar => Place(Named(scalar.Anchor, new Node.Scalar(TextOf(scalar), line)), line),
            AnchorAlias alias => Place(Alias(alias, line), line),
            MappingStart start => Enter(new Open(start.Anchor, line, new MapEntries(_doubled)), line),
            SequenceStart start => Enter(new Open(start.Anchor, line, null), line),
            MappingEnd or SequenceEnd => Leave(),
            _ => null,
        };

    private Node? Enter(Open open, int line)
    {
        _open.Push(open);
        return _open.Count <= limits.Depth ? null : throw ImportFaults.Limit(file, line, "levels of nesting", limits.Depth);
    }

    private Node? Leave()
    {
        var open = _open.Pop();
        return Place(Named(open.Anchor, open.Close()), open.Line);
    }

    private Node? Place(Node node, int line)
    {
        _nodes += node is Node.Scalar ? 1 : 0;
        if (_nodes > limits.Nodes)
            throw ImportFaults.Limit(file, line, "values", limits.Nodes);
        if (_open.Count == 0)
            return node;
        _open.Peek().Take(node, file);
        return null;
    }

    private Node Alias(AnchorAlias alias, int line)
    {
        if (!_anchors.TryGetValue(alias.Value, out var node))
            throw ImportFaults.Malformed(file, line, "YAML", $"nothing is anchored as &{alias.Value}.");
        _nodes += node.Size;
        return node;
    }

    private Node Named(AnchorName anchor, Node node)
    {
        if (!anchor.IsEmpty)
            _anchors[anchor] = node;
        return node;
    }

    private static string? TextOf(Scalar scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" } ? null : scalar.Value;

    private static int Line(ParsingEvent at, int linesBefore) => (int)at.Start.Line + linesBefore;

    private static string Reason(YamlException wrong) => (wrong.InnerException?.Message ?? wrong.Message).TrimEnd('.') + ".";

    /// <summary>A list or a map whose end has not come yet.</summary>
    private sealed class Open(AnchorName anchor, int line, MapEntries? entries)
    {
        private readonly List<Node> _items = [];
        private Node? _key;

        public AnchorName Anchor => anchor;

        public int Line => line;

        public void Take(Node node, string file)
        {
            if (entries is null)
            {
                _items.Add(node);
                return;
            }

            if (_key is null)
            {
                _key =
                    node is Node.Scalar
                        ? node
                        : throw ImportFaults.Malformed(file, node.Line, "YAML as it is read here", "a key must be a text.");
                return;
            }

            entries.Add((_key as Node.Scalar)?.Text ?? "", node, _key.Line);
            _key = null;
        }

        public Node Close() => entries is null ? new Node.List([.. _items], line) : new Node.Map(entries.Close(), line);
    }
}
