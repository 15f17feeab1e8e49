using System.Collections.Immutable;

namespace Orrery.Import;

/// <summary>A piece of a document as it was written: texts, lists and maps. What a text means is the mapping's business.</summary>
internal abstract class Node(int line, int size)
{
    /// <summary>The line of the file it begins on, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>How many nodes it stands for, itself and aliases written out included.</summary>
    public int Size { get; } = size;

    /// <summary>Whether the translation has looked at it; what nobody took is reported as unmapped.</summary>
    public bool IsTaken { get; set; }

    /// <summary>A text, or nothing (empty, <c>null</c>, <c>~</c>).</summary>
    public sealed class Scalar(string? text, int line) : Node(line, 1)
    {
        public string? Text { get; } = text;
    }

    /// <summary>Nodes in order.</summary>
    public sealed class List(ImmutableArray<Node> items, int line) : Node(line, 1 + items.Sum(i => i.Size))
    {
        public ImmutableArray<Node> Items { get; } = items;
    }

    /// <summary>Nodes by name, in the order of the file; each name once.</summary>
    public sealed class Map : Node
    {
        private readonly Dictionary<string, Node>? _byName;

        public Map(ImmutableArray<KeyValuePair<string, Node>> entries, int line)
            : base(line, 1 + entries.Sum(e => 1 + e.Value.Size))
        {
            Entries = entries;
            if (entries.Length > 16)
                _byName = entries.ToDictionary();
        }

        public ImmutableArray<KeyValuePair<string, Node>> Entries { get; }

        public Node? Find(string name)
        {
            if (_byName is not null)
                return _byName.GetValueOrDefault(name);
            foreach (var (key, node) in Entries)
            {
                if (key == name)
                    return node;
            }

            return null;
        }
    }
}
