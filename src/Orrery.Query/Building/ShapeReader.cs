using System.Collections.Immutable;
using System.Diagnostics;

namespace Orrery.Query;

/// <summary>Reads the patterns of a MATCH as things and links between them, and walks them from where the question starts.</summary>
internal sealed class ShapeReader
{
    private readonly Vocabulary _vocabulary;
    private readonly Dictionary<string, string?> _kinds = new(StringComparer.Ordinal);
    private readonly List<(string Name, Expression.Map Properties)> _properties = [];
    private readonly List<Link> _links = [];

    public ShapeReader(Vocabulary vocabulary, Clause.Match match)
    {
        _vocabulary = vocabulary;
        foreach (var part in match.Patterns)
            Add(part);
        HasFanOut = _links.Count > 0;
    }

    /// <summary>Whether the MATCH has a line for each link, and so several for one thing.</summary>
    public bool HasFanOut { get; }

    /// <summary>What stands in curly brackets in nodes.</summary>
    public IReadOnlyList<(string Name, Expression.Map Properties)> Properties => _properties;

    /// <summary>The first thing that the text speaks of.</summary>
    public string First => _kinds.Keys.First();

    public string? KindOf(string variable) => _kinds[variable];

    public bool IsThing(string variable) => _kinds.ContainsKey(variable);

    /// <summary>Adds the things and links of a path, and gives its nodes' names.</summary>
    public ImmutableArray<string> Add(PatternPart part)
    {
        if (part.Variable is not null || part.Search != PathSearch.All)
            throw Unbuildable.Of(part.At, "It asks for paths.", Unbuildable.StayWithText);
        List<string> names = [Add(part.Start)];
        foreach (var step in part.Steps)
        {
            names.Add(Add(step.Node));
            _links.Add(new(names[^2], names[^1], WayOf(step.Relation, _vocabulary), step.Relation.At));
        }

        return [.. names];
    }

    /// <summary>The steps from some things to all others, each leaving things met before it, in the order written where that can be.</summary>
    public Walked From(string start)
    {
        List<string> names = [start];
        List<WalkedStep> steps = [];
        var left = _links.ToList();
        while (left.Find(link => names.Contains(link.From) || names.Contains(link.To)) is { } link)
        {
            left.Remove(link);
            var isForward = names.Contains(link.From);
            if (isForward && names.Contains(link.To))
                throw Unbuildable.Of(link.At, "The links come back to where they began.", Unbuildable.StayWithText);
            var (near, far) = isForward ? (link.From, link.To) : (link.To, link.From);
            steps.Add(new(names.IndexOf(near), isForward ? link.Way : Turned(link.Way), names.Count));
            names.Add(far);
        }

        if (_kinds.Keys.FirstOrDefault(name => !names.Contains(name)) is { } apart)
            throw Unbuildable.Of(
                null,
                $"Nothing links '{Shown(apart)}' with the rest.",
                "Link the patterns, or ask two questions."
            );
        return new([.. names], [.. steps]);
    }

    /// <summary>How a relation of a pattern is followed, from left to right.</summary>
    public static Way WayOf(RelationPattern relation, Vocabulary vocabulary)
    {
        if (relation.Types is not [var type])
            throw Unbuildable.Of(relation.At, "A link may be of several types here.", "Name one type: -[:TYPE]->.");
        if (relation.Properties is not null)
            throw Unbuildable.Of(relation.At, "It looks at a field of the link.", Unbuildable.StayWithText);
        if (relation.Hops is { } hops && (hops.Fewest is not (null or 1) || hops.Most is not null))
            throw Unbuildable.Of(
                relation.At,
                "It counts how many links lie between.",
                "Ask for one link, or any distance: [:TYPE*]."
            );
        if (!vocabulary.KnowsRelationType(type.Text))
            throw Unbuildable.Of(type.At, $"The model has no relation '{type.Text}'.", "See CALL relationTypes().");
        return new(
            vocabulary.RelationType(type.Text),
            relation.Direction switch
            {
                ArrowDirection.Right => Toward.End,
                ArrowDirection.Left => Toward.Start,
                ArrowDirection.Either => Toward.Either,
                _ => throw new UnreachableException($"No way goes {relation.Direction}."),
            },
            relation.Hops is null ? WayLength.Directly : WayLength.AnyDistance
        );
    }

    public static Way Turned(Way way) =>
        way with
        {
            Toward = way.Toward switch
            {
                Toward.End => Toward.Start,
                Toward.Start => Toward.End,
                var either => either,
            },
        };

    /// <summary>The kind that a node asks for; null when it asks for none.</summary>
    public static string? KindOf(NodePattern node, Vocabulary vocabulary) =>
        node.Labels switch
        {
            [] => null,
            [var label] when label.Text != Vocabulary.RelationLabel && vocabulary.KnowsKind(label.Text) => vocabulary.Kind(
                label.Text
            ),
            [var label] => throw Unbuildable.Of(label.At, $"The builder has no kind '{label.Text}'.", "See CALL kinds()."),
            _ => throw Unbuildable.Of(node.At, "Something is of two kinds at once here.", "Name one of them."),
        };

    // A name that no text can have stands for a node without one.
    private string Add(NodePattern node)
    {
        var name = node.Variable ?? $" {_kinds.Count}";
        var kind = KindOf(node, _vocabulary);
        if (!_kinds.TryAdd(name, kind) && kind is not null)
            throw Unbuildable.Of(node.At, $"'{name}' is told its kind twice.", "Name the kind once.");
        if (node.Properties is Expression.Map map)
            _properties.Add((name, map));
        else if (node.Properties is { } parameter)
            throw Unbuildable.Of(parameter.At, "A part is left to fill in.", "Write the values in.");
        return name;
    }

    private static string Shown(string name) => name.StartsWith(' ') ? "()" : name;

    private sealed record Link(string From, string To, Way Way, TextSpan At);
}

/// <summary>Things in the order in which steps meet them.</summary>
internal sealed record Walked(ImmutableArray<string> Names, ImmutableArray<WalkedStep> Steps)
{
    public ImmutableDictionary<string, int> Numbers { get; } =
        Names.Index().ToImmutableDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
}

/// <summary>A step between things by their numbers.</summary>
internal sealed record WalkedStep(int From, Way Way, int To);
