using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>Packs together, every name in them resolved: what a model would be once they are installed.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, KindDefinition> _kinds;
    private readonly FrozenDictionary<string, RelationTypeDefinition> _relationTypes;
    private readonly FrozenDictionary<string, EnumerationDefinition> _enumerations;
    private readonly FrozenDictionary<string, LifecycleDefinition> _lifecycles;

    private Catalogue(ImmutableArray<Pack> packs)
    {
        Packs = packs;
        var more = packs.SelectMany(p => p.Extensions).ToLookup(e => e.Symbol, StringComparer.Ordinal);
        _kinds = packs
            .SelectMany(p => p.Kinds)
            .Select(k => k with { Fields = [.. k.Fields, .. more[k.Symbol].SelectMany(e => e.Fields)] })
            .ToFrozenDictionary(k => k.Symbol, StringComparer.Ordinal);
        _relationTypes = packs
            .SelectMany(p => p.RelationTypes)
            .Select(r => Widened(r, [.. more[r.Symbol]]))
            .ToFrozenDictionary(r => r.Symbol, StringComparer.Ordinal);
        _enumerations = packs.SelectMany(p => p.Enumerations).ToFrozenDictionary(e => e.Symbol, StringComparer.Ordinal);
        _lifecycles = packs.SelectMany(p => p.Lifecycles).ToFrozenDictionary(l => l.Symbol, StringComparer.Ordinal);
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
        if (faults.IsEmpty)
        {
            var texts = new GuardedTexts(Together(all));
            faults = [.. all.SelectMany(pack => PackLint.Use(pack, Together(CatalogueLint.Reach(pack, all)), texts))];
        }

        return faults.IsEmpty ? new Outcome<Catalogue>.Good(Together(all)) : new Outcome<Catalogue>.Refused(faults);
    }

    private static Catalogue Together(ImmutableArray<Pack> packs) =>
        new(CatalogueLint.Merged(CatalogueLint.InOrderOfNeed(packs)));

    private static RelationTypeDefinition Widened(RelationTypeDefinition type, ImmutableArray<PackExtension> more) =>
        type with
        {
            From = [.. type.From, .. more.SelectMany(e => e.From)],
            To = [.. type.To, .. more.SelectMany(e => e.To)],
            Fields = [.. type.Fields, .. more.SelectMany(e => e.Fields)],
        };

    /// <summary>The kind of that symbol with all its fields, or null.</summary>
    public KindDefinition? FindKind(string symbol) => _kinds.GetValueOrDefault(symbol);

    /// <summary>All kinds, with what packs add to them, in no order.</summary>
    public ImmutableArray<KindDefinition> Kinds => _kinds.Values;

    /// <summary>The enumeration of that symbol, or null.</summary>
    public EnumerationDefinition? FindEnumeration(string symbol) => _enumerations.GetValueOrDefault(symbol);

    /// <summary>The lifecycle of that symbol, or null.</summary>
    public LifecycleDefinition? FindLifecycle(string symbol) => _lifecycles.GetValueOrDefault(symbol);

    /// <summary>The lifecycle of things of a kind: its own, else its nearest ancestor's. A kind whose state has other options than that has none.</summary>
    public LifecycleDefinition? LifecycleOf(string kind)
    {
        var named = Lineage(kind).Select(k => k.Lifecycle).FirstOrDefault(l => l is not null);
        return
            named is not null
            && FindLifecycle(named) is { } lifecycle
            && FindField(kind, lifecycle.Field)?.Enumeration == lifecycle.States
            ? lifecycle
            : null;
    }

    /// <summary>The relation type of that symbol with all its fields and ends, or null.</summary>
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
