using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>What is known of all variables of a scope.</summary>
/// <param name="Variables">By name.</param>
/// <param name="HasUnnamedDeed">Whether rows are there because of deeds that no variable stands for.</param>
/// <param name="HasUnnamed">Whether rows are there because of things that no variable stands for.</param>
internal sealed record Sighting(ImmutableDictionary<string, Seen> Variables, bool HasUnnamedDeed, bool HasUnnamed)
{
    public static readonly Sighting Nothing = new(
        ImmutableDictionary.Create<string, Seen>(StringComparer.Ordinal),
        HasUnnamedDeed: false,
        HasUnnamed: false
    );

    public Seen Of(string name) => Variables.GetValueOrDefault(name, Seen.Other);

    public Sighting With(string name, Seen seen) => this with { Variables = Variables.SetItem(name, seen) };

    /// <summary>Names that stand for one of these.</summary>
    public IEnumerable<string> Those(SeenAs seen) => Variables.Where(one => one.Value.As == seen).Select(one => one.Key);
}
