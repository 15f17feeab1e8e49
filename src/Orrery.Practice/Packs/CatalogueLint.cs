using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What packs must agree on before they can live in one model.</summary>
internal static class CatalogueLint
{
    /// <summary>Unknown packs, symbols defined twice in different words, packs needing each other in a circle.</summary>
    public static ImmutableArray<Fault> Names(ImmutableArray<Pack> packs)
    {
        List<Fault> faults = [];
        var known = packs.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(
            packs.SelectMany(p => p.Needs.Where(n => !known.Contains(n)).Select(n => PackFaults.UnknownPack(p.Place, n)))
        );
        var taken = new Dictionary<string, (DefinitionText Text, Place Place)>(StringComparer.Ordinal);
        var extended = packs.SelectMany(p => p.Extensions).Select(e => e.Symbol).ToHashSet(StringComparer.Ordinal);
        foreach (var (symbol, text, place) in packs.SelectMany(p => Definitions(p).Concat(FieldsOf(p, extended))))
        {
            if (!taken.TryAdd(symbol, (text, place)))
                faults.AddRange(Clash(symbol, text, place, taken[symbol]));
        }

        var needs = packs.DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => (p.Needs, p.Place), StringComparer.Ordinal);
        faults.AddRange(Cycles("packs that need each other", needs));
        return [.. faults];
    }

    /// <summary>Names that mean nothing, kinds that descend from themselves, kinds without a home.</summary>
    public static ImmutableArray<Fault> Meaning(ImmutableArray<Pack> packs)
    {
        List<Fault> faults = [];
        var visible = packs.ToDictionary(p => p.Name, p => Reach(p, packs), StringComparer.Ordinal);
        foreach (var pack in packs)
            faults.AddRange(Unknowns(pack, visible[pack.Name]));
        var kinds = packs
            .SelectMany(p => p.Kinds)
            .DistinctBy(k => k.Symbol)
            .ToDictionary(k => k.Symbol, k => (k.Ancestors, k.Place), StringComparer.Ordinal);
        faults.AddRange(Cycles("ancestors", kinds));
        var communities = packs
            .SelectMany(p => p.Words)
            .Where(c => c.Parent is not null)
            .DistinctBy(c => c.Community)
            .ToDictionary(c => c.Community, c => (Next: ImmutableArray.Create(c.Parent!), c.Place), StringComparer.Ordinal);
        faults.AddRange(Cycles("communities", communities));
        if (faults.Count == 0)
            faults.AddRange(Homeless([.. packs.SelectMany(p => p.Kinds).DistinctBy(k => k.Symbol)]));
        return [.. faults];
    }

    /// <summary>Each pack after those it needs; else as given.</summary>
    public static ImmutableArray<Pack> InOrderOfNeed(ImmutableArray<Pack> packs) =>
        [
            .. packs
                .Select((pack, index) => (pack, index))
                .OrderBy(p => Reach(p.pack, packs).Length)
                .ThenBy(p => p.index)
                .Select(p => p.pack),
        ];

    /// <summary>Each pack without what an earlier one defines in the same words.</summary>
    public static ImmutableArray<Pack> Merged(ImmutableArray<Pack> packs)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. packs.Select(pack =>
                pack with
                {
                    Categories = [.. pack.Categories.Where(c => taken.Add($"category/{c.Symbol}"))],
                    Enumerations = [.. pack.Enumerations.Where(e => taken.Add($"enumeration/{e.Symbol}"))],
                    Kinds = [.. pack.Kinds.Where(k => taken.Add($"name/{k.Symbol}"))],
                    RelationTypes = [.. pack.RelationTypes.Where(r => taken.Add($"name/{r.Symbol}"))],
                    Lifecycles = [.. pack.Lifecycles.Where(l => taken.Add($"lifecycle/{l.Symbol}"))],
                    Words =
                    [
                        .. pack.Words.Select(c =>
                            c.Title is null || taken.Add($"community/{c.Community}") ? c : c with { Title = null, Parent = null }
                        ),
                    ],
                    Extensions =
                    [
                        .. pack.Extensions.Select(e =>
                            e with
                            {
                                From = [.. e.From.Where(k => taken.Add($"from/{e.Symbol}/{k}"))],
                                To = [.. e.To.Where(k => taken.Add($"to/{e.Symbol}/{k}"))],
                                Fields = [.. e.Fields.Where(f => taken.Add($"field/{e.Symbol}.{f.Symbol}"))],
                            }
                        ),
                    ],
                }
            ),
        ];
    }

    // These twice are a mistake even in the same words.
    private static IEnumerable<Fault> Clash(
        string symbol,
        DefinitionText text,
        Place place,
        (DefinitionText Text, Place Place) by
    )
    {
        var (sort, name) = symbol.Split('/', 2) is [var before, var after] ? (before, after) : ("", symbol);
        if (sort is "pack" or "view" or "word")
            yield return PackFaults.Taken(place, name, by.Place);
        else if (text.DifferenceTo(by.Text) is { } difference)
            yield return PackFaults.Differs(place, name, by.Place, difference);
    }

    private static IEnumerable<(string Symbol, DefinitionText Text, Place Place)> Definitions(Pack pack) =>
        [
            ($"pack/{pack.Name}", DefinitionText.Of(pack), pack.Place),
            .. pack.Categories.Select(c => ($"category/{c.Symbol}", DefinitionText.Of(c), c.Place)),
            .. pack.Enumerations.Select(e => ($"enumeration/{e.Symbol}", DefinitionText.Of(e), e.Place)),
            .. pack.Kinds.Select(k => ($"name/{k.Symbol}", DefinitionText.Of(k), k.Place)),
            .. pack.RelationTypes.Select(r => ($"name/{r.Symbol}", DefinitionText.Of(r), r.Place)),
            .. pack.Lifecycles.Select(l => ($"lifecycle/{l.Symbol}", DefinitionText.Of(l), l.Place)),
            .. pack.Views.Select(v => ($"view/{v.Symbol}", DefinitionText.Named("view"), v.Place)),
            .. pack
                .Words.Where(c => c.Title is not null)
                .Select(c => ($"community/{c.Community}", DefinitionText.Of(c), c.Place)),
            .. pack.Words.SelectMany(c =>
                c.Words.Select(w => ($"word/{c.Community} {w.Of} {w.Order}", DefinitionText.Named("word"), w.Place))
            ),
        ];

    // Where something is added to, each field can be defined twice: by its owner and by who adds, or by two who add.
    private static IEnumerable<(string Symbol, DefinitionText Text, Place Place)> FieldsOf(Pack pack, HashSet<string> extended) =>
        pack
            .Kinds.Select(k => (k.Symbol, k.Fields))
            .Concat(pack.RelationTypes.Select(r => (r.Symbol, r.Fields)))
            .Where(owner => extended.Contains(owner.Symbol))
            .Concat(pack.Extensions.Select(e => (e.Symbol, e.Fields)))
            .SelectMany(owner => owner.Fields.Select(f => ($"field/{owner.Symbol}.{f.Symbol}", DefinitionText.Of(f), f.Place)));

    private static IEnumerable<Fault> Unknowns(Pack pack, ImmutableArray<Pack> reach)
    {
        var kinds = reach.SelectMany(p => p.Kinds).Select(k => k.Symbol).ToHashSet(StringComparer.Ordinal);
        var categories = reach.SelectMany(p => p.Categories).Select(c => c.Symbol).ToHashSet(StringComparer.Ordinal);
        var enumerations = reach.SelectMany(p => p.Enumerations).Select(e => e.Symbol).ToHashSet(StringComparer.Ordinal);
        var types = reach.SelectMany(p => p.RelationTypes).Select(r => r.Symbol).ToHashSet(StringComparer.Ordinal);
        var lifecycles = reach.SelectMany(p => p.Lifecycles).Select(l => l.Symbol).ToHashSet(StringComparer.Ordinal);
        var spoken = pack
            .Kinds.SelectMany(k => k.Ancestors.Select(a => (k.Place, Symbol: a)))
            .Concat(pack.RelationTypes.SelectMany(r => r.From.Concat(r.To).Select(a => (r.Place, Symbol: a))))
            .Concat(pack.Extensions.SelectMany(e => e.From.Concat(e.To).Select(a => (e.Place, Symbol: a))))
            .Concat(pack.Views.Where(v => v.Definition.About is not null).Select(v => (v.Place, Symbol: v.Definition.About!)));
        foreach (var (place, symbol) in spoken.Where(s => !kinds.Contains(s.Symbol)))
            yield return PackFaults.Unknown(place, "kind", symbol);
        foreach (var kind in pack.Kinds.Where(k => k.Category is { } c && !categories.Contains(c)))
            yield return PackFaults.Unknown(kind.Place, "category", kind.Category!);
        foreach (var kind in pack.Kinds)
        {
            foreach (var facet in kind.Facets.Where(facet => !categories.Contains(facet)))
                yield return PackFaults.Unknown(kind.Place, "category", facet);
        }

        foreach (var kind in pack.Kinds.Where(k => k.Lifecycle is { } l and not KindLifecycle.None && !lifecycles.Contains(l)))
            yield return PackFaults.Unknown(kind.Place, "lifecycle", kind.Lifecycle!);
        foreach (var lifecycle in pack.Lifecycles.Where(l => !enumerations.Contains(l.States)))
            yield return PackFaults.Unknown(lifecycle.Place, "enumeration", lifecycle.States);
        foreach (var more in pack.Extensions.Where(e => !kinds.Contains(e.Symbol) && !types.Contains(e.Symbol)))
            yield return PackFaults.Unknown(more.Place, "kind or relation type", more.Symbol);
        var communities = reach.SelectMany(p => p.Words).Select(c => c.Community).ToHashSet(StringComparer.Ordinal);
        foreach (var part in pack.Words.Where(c => c.Parent is { } parent && !communities.Contains(parent)))
            yield return PackFaults.Unknown(part.Place, "community", part.Parent!);
        var fields = pack
            .Kinds.SelectMany(k => k.Fields)
            .Concat(pack.RelationTypes.SelectMany(r => r.Fields))
            .Concat(pack.Extensions.SelectMany(e => e.Fields));
        foreach (var field in fields.Where(f => f.Enumeration is { } e && !enumerations.Contains(e)))
            yield return PackFaults.Unknown(field.Place, "enumeration", field.Enumeration!);
    }

    private static IEnumerable<Fault> Homeless(ImmutableArray<KindDefinition> kinds)
    {
        var bySymbol = kinds.ToDictionary(k => k.Symbol, StringComparer.Ordinal);
        bool HasHome(KindDefinition kind) => kind.Category is not null || kind.Ancestors.Any(a => HasHome(bySymbol[a]));
        // What people made may be at home nowhere, and leaves as it is.
        return kinds
            .Where(k => !k.IsAbstract && k.Tier != "custom" && !HasHome(k))
            .Select(k => PackFaults.Homeless(k.Place, k.Symbol));
    }

    /// <summary>The pack and all it needs.</summary>
    public static ImmutableArray<Pack> Reach(Pack pack, ImmutableArray<Pack> packs)
    {
        List<Pack> reach = [pack];
        for (var i = 0; i < reach.Count; i++)
            reach.AddRange(packs.Where(p => reach[i].Needs.Contains(p.Name) && !reach.Contains(p)));
        return [.. reach];
    }

    private static List<Fault> Cycles(string what, Dictionary<string, (ImmutableArray<string> Next, Place Place)> steps)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        List<string> path = [];
        List<Fault> faults = [];
        void Walk(string symbol)
        {
            if (path.Contains(symbol))
                faults.Add(PackFaults.Cycle(steps[symbol].Place, what, [.. path.SkipWhile(s => s != symbol), symbol]));
            else if (done.Add(symbol) && steps.TryGetValue(symbol, out var step))
            {
                path.Add(symbol);
                foreach (var next in step.Next)
                    Walk(next);
                path.RemoveAt(path.Count - 1);
            }
        }

        foreach (var symbol in steps.Keys)
            Walk(symbol);
        return faults;
    }
}
