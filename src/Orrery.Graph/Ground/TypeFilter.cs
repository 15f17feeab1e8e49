using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Which relation types are followed: all, or some.</summary>
public sealed class TypeFilter
{
    /// <summary>Every type.</summary>
    public static readonly TypeFilter All = new(null);

    private TypeFilter(TypeSet? set) => Set = set;

    /// <summary>Just these; names that no relation ever had are left out.</summary>
    public static TypeFilter Of(ImmutableArray<int> types) =>
        new(TypeSet.Of(types)) { Only = types is [>= 0 and var only] ? only : -1, Types = types };

    /// <summary>The type numbers; empty for all.</summary>
    public ImmutableArray<int> Types { get; private init; } = [];

    internal TypeSet? Set { get; }

    internal int Only { get; private init; } = -1;

    /// <summary>Whether relations of a type are followed.</summary>
    public bool Passes(int type) => Set is null || Set.Contains(type);
}
