using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>The variables that a clause can name.</summary>
internal sealed record Scope(ImmutableDictionary<string, Bound> Variables)
{
    public static readonly Scope Empty = new(ImmutableDictionary.Create<string, Bound>(StringComparer.Ordinal));

    public Bound? Find(string name) => Variables.GetValueOrDefault(name);

    public Scope With(string name, Bound bound) => new(Variables.SetItem(name, bound));

    /// <summary>All slots, in order.</summary>
    public ImmutableArray<int> Slots => [.. Variables.Values.Select(bound => bound.Slot).Distinct().Order()];
}

/// <summary>A variable: where it is kept, and what is known of it.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Item">What the items of a list are.</param>
internal sealed record Bound(int Slot, StaticType Type, StaticType Item = StaticType.Any);
