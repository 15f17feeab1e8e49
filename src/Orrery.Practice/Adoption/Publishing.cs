using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Writes what a workspace has made of its model as a pack.</summary>
public static class Publishing
{
    /// <summary>An installed pack as it is here now, with everything that was changed of it.</summary>
    /// <param name="reading">The workspace.</param>
    /// <param name="name">The pack.</param>
    /// <param name="newName">What to call it; else as it is.</param>
    /// <exception cref="FaultException">It is not installed, or the new name is not one that a pack can have.</exception>
    public static Pack Installed(Reading reading, string name, string? newName = null)
    {
        var called = NameOf(newName ?? name);
        var installed = InstalledPack.Of(reading);
        var pack =
            installed.FirstOrDefault(p => p.Name == name)
            ?? throw new FaultException(AdoptionFaults.NotInstalled(name, installed.Select(i => i.Name)));
        var others = installed.Where(p => p.Name != name).Select(p => p.Definition).OfType<Pack>();
        return Fitting([Here(reading, pack), .. others])[0] with { Name = called };
    }

    /// <summary>What was made here and is of no pack, as a pack that needs all that are installed.</summary>
    /// <param name="reading">The workspace.</param>
    /// <param name="name">What to call it.</param>
    /// <exception cref="FaultException">That is not a name that a pack can have.</exception>
    public static Pack Own(Reading reading, string name) =>
        new PublishedParts(reading, null, null, Needs(reading)).ToPack() with
        {
            Name = NameOf(name),
            Title = reading.Model.Settings.Title ?? name,
            Revisit = reading.Now.InUtc().Date.PlusYears(1),
        };

    /// <summary>The whole model as packs: each that is installed as it is here, and where anything was made here, one of its own.</summary>
    /// <param name="reading">The workspace.</param>
    /// <param name="name">What to call the one of its own.</param>
    public static ImmutableArray<Pack> All(Reading reading, string name) =>
        [
            .. Fitting([.. InstalledPack.Of(reading).Select(pack => Here(reading, pack))]),
            .. new[] { Own(reading, name) }.Where(own => !own.IsEmpty),
        ];

    /// <summary>What a pack of a workspace's own may be called; never as the workspace itself, for a demo's is called as its pack, which its own needs.</summary>
    public static string NameFor(string workspace) =>
        Symbols.Of(workspace) is { Length: > 0 } name ? $"{name}-own" : "our-practice";

    private static Pack Here(Reading reading, InstalledPack pack) =>
        WithWhatItUses(
            new PublishedParts(reading, pack.Name, pack.Definition, Needs(reading)).ToPack(),
            new PublishedParts(reading, null, null, Needs(reading)).ToPack()
        ) with
        {
            Name = pack.Name,
            Version = pack.Version,
            Title = pack.Title,
            Description = pack.Description,
            Revisit = pack.Revisit ?? default,
            Examples = pack.Definition?.Examples ?? [],
        };

    // A worked example that no longer fits what was changed here would make the whole pack unreadable elsewhere.
    private static ImmutableArray<Pack> Fitting(ImmutableArray<Pack> packs) =>
        Catalogue.Of(packs.Select(pack => pack with { Examples = [] })) is Outcome<Catalogue>.Good { Value: var within }
            ?
            [
                .. packs.Select(pack =>
                    pack with
                    {
                        Examples = [.. pack.Examples.Where(example => !example.Faults(within).Any())],
                    }
                ),
            ]
            : packs;

    // Kinds above its own, lifecycles and choices that were made here and that the pack builds on now: without them it would speak of nothing.
    private static Pack WithWhatItUses(Pack pack, Pack own)
    {
        while (own.Kinds.FirstOrDefault(made => IsAbove(pack, made.Symbol)) is { } above)
            pack = pack with { Kinds = [.. pack.Kinds, above] };
        var lifecycles = own.Lifecycles.Where(made => pack.Kinds.Any(kind => kind.Lifecycle == made.Symbol)).ToImmutableArray();
        var fields = pack
            .Kinds.SelectMany(kind => kind.Fields)
            .Concat(pack.RelationTypes.SelectMany(type => type.Fields))
            .Concat(pack.Extensions.SelectMany(more => more.Fields));
        var used = fields
            .Select(field => field.Enumeration)
            .Concat(lifecycles.Select(made => made.States))
            .ToHashSet(StringComparer.Ordinal);
        return pack with
        {
            Lifecycles = [.. pack.Lifecycles, .. lifecycles],
            Enumerations = [.. pack.Enumerations, .. own.Enumerations.Where(made => used.Contains(made.Symbol))],
        };
    }

    private static bool IsAbove(Pack pack, string kind) =>
        pack.Kinds.All(known => known.Symbol != kind) && pack.Kinds.Any(known => known.Ancestors.Contains(kind));

    private static string NameOf(string name) =>
        Symbols.IsOne(name) ? name : throw new FaultException(AdoptionFaults.NoName(name));

    private static ImmutableDictionary<string, ImmutableArray<string>> Needs(Reading reading) =>
        reading
            .WithLabel(MetaKinds.Pack)
            .ToImmutableDictionary(
                pack => pack["symbol"].AsText ?? pack.Ref!.Key,
                pack =>
                    pack["needs"] is Value.List list
                        ? list.Items.Select(item => item.AsText).OfType<string>().ToImmutableArray()
                        : []
            );
}
