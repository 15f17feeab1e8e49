using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>Packs together, every name in them resolved: what a model would be once they are installed.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, KindDefinition> _kinds;
    private readonly FrozenDictionary<string, RelationTypeDefinition> _relationTypes;
    private readonly FrozenDictionary<string, EnumerationDefinition> _enumerations;

    private Catalogue(ImmutableArray<Pack> packs)
    {
        Packs = packs;
        _kinds = packs.SelectMany(p => p.Kinds).ToFrozenDictionary(k => k.Symbol, StringComparer.Ordinal);
        _relationTypes = packs.SelectMany(p => p.RelationTypes).ToFrozenDictionary(r => r.Symbol, StringComparer.Ordinal);
        _enumerations = packs.SelectMany(p => p.Enumerations).ToFrozenDictionary(e => e.Symbol, StringComparer.Ordinal);
    }

    /// <summary>The packs, each after those it needs and without what an earlier one defines.</summary>
    public ImmutableArray<Pack> Packs { get; }

    /// <summary>Puts packs together, or says everything that does not fit. What two of them define in the same words is one thing.</summary>
    public static Outcome<Catalogue> Of(IEnumerable<Pack> packs)
    {
        var all = packs.ToImmutableArray();
        var faults = CatalogueLint.Names(all);
        if (faults.IsEmpty)
            faults = CatalogueLint.Meaning(all);
        return faults.IsEmpty
            ? new Outcome<Catalogue>.Good(new(CatalogueLint.Merged(CatalogueLint.InOrderOfNeed(all))))
            : new Outcome<Catalogue>.Refused(faults);
    }

    /// <summary>The kind of that symbol, or null.</summary>
    public KindDefinition? FindKind(string symbol) => _kinds.GetValueOrDefault(symbol);

    /// <summary>The relation type of that symbol, or null.</summary>
    public RelationTypeDefinition? FindRelationType(string symbol) => _relationTypes.GetValueOrDefault(symbol);

    /// <summary>All relation types.</summary>
    public ImmutableArray<RelationTypeDefinition> RelationTypes => _relationTypes.Values;

    /// <summary>The kind itself and all its ancestors, nearest first, each once.</summary>
    public IEnumerable<KindDefinition> Lineage(string kind)
    {
        var queue = new Queue<string>([kind]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (queue.TryDequeue(out var symbol))
        {
            if (!seen.Add(symbol) || FindKind(symbol) is not { } definition)
                continue;
            yield return definition;
            foreach (var ancestor in definition.Ancestors)
                queue.Enqueue(ancestor);
        }
    }

    /// <summary>Whether things of <paramref name="kind"/> are things of <paramref name="ancestor"/>.</summary>
    public bool IsA(string kind, string ancestor) => Lineage(kind).Any(k => k.Symbol == ancestor);

    /// <summary>The home of a kind: its own, else that of its nearest ancestor; null for a root above the categories.</summary>
    public string? CategoryOf(string kind) => Lineage(kind).Select(k => k.Category).FirstOrDefault(c => c is not null);

    /// <summary>The field as this kind has it: its own, else its nearest ancestor's; null when it has none.</summary>
    public PackField? FindField(string kind, string field) =>
        Lineage(kind).SelectMany(k => k.Fields).FirstOrDefault(f => f.Symbol == field);

    /// <summary>The field as relations of this type have it: the type's own, else one of every relation's (kind <c>relation</c>).</summary>
    public PackField? FindRelationField(string relationType, string field) =>
        FindRelationType(relationType)?.Fields.FirstOrDefault(f => f.Symbol == field) ?? FindField("relation", field);

    /// <summary>What a choice may be; empty when the field is none.</summary>
    public ImmutableArray<FieldOption> OptionsOf(PackField field) =>
        field.Enumeration is { } name ? _enumerations[name].Options : field.Options;
}
