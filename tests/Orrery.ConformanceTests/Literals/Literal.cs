using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.ConformanceTests;

/// <summary>A value as the kit writes it. Two are the same when their texts are.</summary>
internal abstract record Literal
{
    private Literal() { }

    /// <summary>Null, a truth value, a number or a text.</summary>
    public sealed record Atom(Value Value) : Literal;

    /// <summary><c>[a, b]</c></summary>
    public sealed record List(ImmutableArray<Literal> Items) : Literal;

    /// <summary><c>{key: value}</c></summary>
    public sealed record Map(ImmutableSortedDictionary<string, Literal> Entries) : Literal;

    /// <summary><c>(:Label {key: value})</c></summary>
    public sealed record Node(ImmutableSortedSet<string> Labels, Map Properties) : Literal;

    /// <summary><c>[:Type {key: value}]</c></summary>
    public sealed record Relationship(string Type, Map Properties) : Literal;

    /// <summary><c>&lt;(:A)-[:T]->(:B)></c></summary>
    public sealed record Path(Node Start, ImmutableArray<Hop> Hops) : Literal;

    /// <summary>A relationship and the node behind it.</summary>
    /// <param name="Relationship">Its type and properties.</param>
    /// <param name="IsForward">Whether it points the way the path goes.</param>
    /// <param name="Node">Where it leads.</param>
    public sealed record Hop(Relationship Relationship, bool IsForward, Node Node);

    /// <summary>The value it stands for.</summary>
    /// <exception cref="InvalidDataException">Graph things cannot be given to a query.</exception>
    public Value ToValue() =>
        this switch
        {
            Atom atom => atom.Value,
            List list => Value.Of(list.Items.Select(item => item.ToValue())),
            Map map => new Value.Map(
                map.Entries.ToImmutableSortedDictionary(e => e.Key, e => e.Value.ToValue(), StringComparer.Ordinal)
            ),
            _ => throw new InvalidDataException($"{LiteralText.Of(this, ListOrder.Matters)} cannot be a parameter."),
        };
}

/// <summary>Whether the order of a list's elements counts in a comparison.</summary>
internal enum ListOrder
{
    /// <summary>It does.</summary>
    Matters,

    /// <summary>It does not, at any depth.</summary>
    IsIgnored,
}
