using Orrery.Graph;

namespace Orrery.Query;

/// <summary>A value on its way through a query, in 16 bytes: nodes, relations, numbers and truth values without an allocation, everything else as a <see cref="Value"/>.</summary>
internal readonly struct Cell
{
    private static readonly object NodeTag = new();
    private static readonly object RelationTag = new();
    private static readonly object IntegerTag = new();
    private static readonly object FloatTag = new();
    private static readonly object BoolTag = new();

    private readonly object? _what;
    private readonly long _bits;

    private Cell(object? what, long bits) => (_what, _bits) = (what, bits);

    public static Cell Null => default;

    public static Cell Node(int number) => new(NodeTag, number);

    public static Cell Relation(int number) => Relation(number, -1);

    /// <summary>A relation with its type, so that whoever asks for that need not look the relation up; -1 where it is not known.</summary>
    public static Cell Relation(int number, int type) => new(RelationTag, (long)(type + 1) << 32 | (uint)number);

    public static Cell Of(long number) => new(IntegerTag, number);

    public static Cell Of(double number) => new(FloatTag, BitConverter.DoubleToInt64Bits(number));

    public static Cell Of(bool flag) => new(BoolTag, flag ? 1 : 0);

    public static Cell Of(bool? flag) => flag is { } known ? Of(known) : default;

    /// <summary>A value as a cell; entities and relations are looked up in the graph.</summary>
    public static Cell Of(Value value, QueryGraph graph) =>
        value switch
        {
            Value.Null => default,
            Value.Integer i => Of(i.Number),
            Value.Float f => Of(f.Number),
            Value.Bool b => Of(b.Flag),
            Value.Entity e when graph.Find(e.Id) is var node and not Ground.None => Node(node),
            Value.Relation r when graph.Find(r.Id) is var node and not Ground.None => Relation(~node),
            Value.Personal p => p.Clear is { } clear ? Of(clear, graph) : default,
            _ => new(value, 0),
        };

    /// <summary>A value that is known to hold no entity or relation.</summary>
    public static Cell OfPlain(Value value) =>
        value switch
        {
            Value.Null => default,
            Value.Integer i => Of(i.Number),
            Value.Float f => Of(f.Number),
            Value.Bool b => Of(b.Flag),
            _ => new(value, 0),
        };

    public bool IsNull => _what is null;

    public bool IsNode => ReferenceEquals(_what, NodeTag);

    public bool IsRelation => ReferenceEquals(_what, RelationTag);

    public bool IsInteger => ReferenceEquals(_what, IntegerTag);

    public bool IsFloat => ReferenceEquals(_what, FloatTag);

    public bool IsBool => ReferenceEquals(_what, BoolTag);

    /// <summary>The number of a node or a relation.</summary>
    public int Number => (int)_bits;

    /// <summary>The type of a relation where the cell has it, else -1.</summary>
    public int Type => (int)(_bits >> 32) - 1;

    public long Integer => _bits;

    public double Float => BitConverter.Int64BitsToDouble(_bits);

    public bool Flag => _bits != 0;

    /// <summary>The value object of everything else, or null.</summary>
    public Value? Object => _what as Value;

    /// <summary>As a value of its own.</summary>
    public Value ToValue(QueryGraph graph) =>
        _what switch
        {
            null => Value.Nothing,
            Value value => value,
            _ when IsNode => graph.ValueOfNode(Number),
            _ when IsRelation => new Value.Relation(graph.IdOf(~Number)),
            _ when IsInteger => Value.Of(_bits),
            _ when IsFloat => Value.Of(Float),
            _ => Value.Of(Flag),
        };

    /// <summary>Whether two are the same for grouping: null equals null, 1 equals 1.0.</summary>
    public bool IsSameAs(in Cell other, QueryGraph graph)
    {
        if (ReferenceEquals(_what, other._what) && (_what is not Value && !IsFloat))
            return IsRelation ? Number == other.Number : _bits == other._bits;
        if (_what is null || other._what is null)
            return false;
        return Comparing.AreSame(ToValue(graph), other.ToValue(graph));
    }

    /// <summary>As <see cref="ValueOrder"/> puts them in order; the frequent cases without making values.</summary>
    public int CompareTo(in Cell other, QueryGraph graph)
    {
        if (_what is Value.Text one && other._what is Value.Text another)
            return string.CompareOrdinal(one.Characters, another.Characters);
        if (ReferenceEquals(_what, other._what))
        {
            if (_what is null)
                return 0;
            if (IsInteger || IsBool)
                return _bits.CompareTo(other._bits);
            if (IsFloat && !double.IsNaN(Float) && !double.IsNaN(other.Float))
                return Float.CompareTo(other.Float);
        }

        return ValueOrder.Instance.Compare(ToValue(graph), other.ToValue(graph));
    }

    /// <summary>Whether two are the very same: cheaper to tell than that they are equal.</summary>
    public bool IsIdentical(in Cell other) => ReferenceEquals(_what, other._what) && _bits == other._bits;

    /// <summary>A hash that agrees with <see cref="IsIdentical"/>.</summary>
    public int IdentityHash =>
        System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_what) ^ (int)(_bits * 0x9E3779B1L >> 7);

    /// <summary>A hash that agrees with <see cref="IsSameAs"/>.</summary>
    public int Hash(QueryGraph graph) =>
        _what switch
        {
            null => 0,
            _ when IsNode => HashCode.Combine(1, _bits),
            _ when IsRelation => HashCode.Combine(2, Number),
            _ when IsBool => HashCode.Combine(3, _bits),
            _ when IsInteger => HashCode.Combine(4, _bits),
            _ when IsFloat && Float == Math.Floor(Float) && Math.Abs(Float) < 1e18 => HashCode.Combine(4, (long)Float),
            _ when IsFloat => HashCode.Combine(5, Float),
            _ => Comparing.Grouping.GetHashCode(ToValue(graph)),
        };
}
