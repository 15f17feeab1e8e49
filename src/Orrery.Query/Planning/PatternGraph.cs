using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>The nodes and relations of a pattern, each once, with what must hold of them.</summary>
internal sealed class PatternGraph
{
    public List<PatternVertex> Vertices { get; } = [];

    public List<PatternArrow> Arrows { get; } = [];

    /// <summary>Conditions and what they need to be bound.</summary>
    public List<PatternCondition> Conditions { get; } = [];

    /// <summary>Named paths: the slot, the name, and the slots of their elements.</summary>
    public List<(int Slot, string Name, ImmutableArray<int> Elements)> Paths { get; } = [];
}

/// <summary>A node of a pattern.</summary>
internal sealed class PatternVertex(string name, int slot, bool isBound)
{
    /// <summary>Its variable, or a name of ours that no query can write.</summary>
    public string Name => name;

    public int Slot => slot;

    public bool IsBound { get; set; } = isBound;

    public List<LabelTest> Labels { get; } = [];

    /// <summary>How it can be found alone: by id or ref, and the value it must have.</summary>
    public List<(SeekBy By, Expression Key, PatternCondition Condition)> Seeks { get; } = [];

    /// <summary>How many conditions compare a property of it: each makes it rarer.</summary>
    public int Comparisons { get; set; }
}

/// <summary>A relation of a pattern.</summary>
/// <param name="Name">Its variable, or a name of ours.</param>
/// <param name="Slot">Where it, or the list of them, is kept.</param>
/// <param name="IsBound">Whether it is known before.</param>
/// <param name="From">The node to its left.</param>
/// <param name="To">The node to its right.</param>
/// <param name="Pattern">As written.</param>
/// <param name="Types">Which types.</param>
/// <param name="Search">All paths, or the shortest.</param>
/// <param name="IsWanted">Whether somebody asks for the relation itself, or for the path it is part of.</param>
internal sealed record PatternArrow(
    string Name,
    int Slot,
    bool IsBound,
    PatternVertex From,
    PatternVertex To,
    RelationPattern Pattern,
    TypeTest Types,
    PathSearch Search,
    bool IsWanted
);

/// <summary>A condition.</summary>
/// <param name="Expression">What must hold.</param>
/// <param name="Needs">The variables of the pattern that must be bound first.</param>
internal sealed record PatternCondition(Expression Expression, HashSet<string> Needs);
