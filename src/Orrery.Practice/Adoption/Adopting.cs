using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>
/// Plans how the packs of a workspace change: a three-way merge of what was installed, what shall be installed, and what the
/// workspace has made of it. Nothing that was changed here is lost without being asked.
/// </summary>
/// <remarks>Cost: the parts of the packs concerned, and for what goes, the entities of its kinds.</remarks>
public static class Adopting
{
    /// <summary>Adds a pack and what it needs of the shelf.</summary>
    /// <exception cref="FaultException">It is there already, or does not fit to what is.</exception>
    public static Adoption Add(Reading reading, Pack pack)
    {
        var installed = InstalledPack.Of(reading);
        if (installed.FirstOrDefault(i => i.Name == pack.Name) is { } there)
            throw new FaultException(AdoptionFaults.AlreadyThere(there));
        var known = Known(installed);
        return Plan(reading, $"Added the pack {pack.Name} {pack.Version}", known, PackShelf.WithNeeds(known.Add(pack)));
    }

    /// <summary>Brings an installed pack to another version.</summary>
    /// <exception cref="FaultException">It is not installed, or the version does not fit to what is.</exception>
    public static Adoption Upgrade(Reading reading, Pack next)
    {
        var installed = InstalledPack.Of(reading);
        var now =
            installed.FirstOrDefault(i => i.Name == next.Name)
            ?? throw new FaultException(AdoptionFaults.NotInstalled(next.Name, installed.Select(i => i.Name)));
        var known = Known(installed);
        var wanted = PackShelf.WithNeeds([.. known.Where(p => p.Name != next.Name), next]);
        return Plan(reading, $"Upgraded the pack {next.Name} from {now.Version} to {next.Version}", known, wanted);
    }

    /// <summary>Makes the installed packs these, each at its version, whether or not it is there already; others stay.</summary>
    /// <exception cref="FaultException">They do not fit to each other or to what is.</exception>
    public static Adoption Apply(Reading reading, ImmutableArray<Pack> packs)
    {
        var known = Known(InstalledPack.Of(reading));
        var names = packs.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var wanted = PackShelf.WithNeeds([.. known.Where(p => !names.Contains(p.Name)), .. packs]);
        return Plan(reading, $"Applied {string.Join(", ", packs.Select(p => $"{p.Name} {p.Version}"))}", known, wanted);
    }

    /// <summary>Takes a pack away; what is used here stays, as the workspace's own.</summary>
    /// <exception cref="FaultException">It is not installed, or other packs need it.</exception>
    public static Adoption Remove(Reading reading, string name)
    {
        var installed = InstalledPack.Of(reading);
        var leaving =
            installed.FirstOrDefault(i => i.Name == name)
            ?? throw new FaultException(AdoptionFaults.NotInstalled(name, installed.Select(i => i.Name)));
        if (leaving.Definition is null)
            throw new FaultException(AdoptionFaults.NothingKept(leaving));
        var rest = Known(installed).Where(p => p.Name != name).ToList();
        if (rest.Where(p => p.Needs.Contains(name)).Select(p => p.Name).ToArray() is { Length: > 0 } needing)
            throw new FaultException(AdoptionFaults.Needed(name, needing));
        return Plan(reading, $"Removed the pack {name}", Known(installed), rest);
    }

    /// <summary>What of an installed pack was changed here since.</summary>
    public static IEnumerable<AdoptionStep.Kept> ChangedHere(Reading reading, Pack pack) =>
        Plan(reading, "", Known(InstalledPack.Of(reading)), Known(InstalledPack.Of(reading)))
            .Steps.OfType<AdoptionStep.Kept>()
            .Where(k => reading.Find(k.Part)?["pack"].AsText == pack.Name);

    /// <summary>Everything that is wrong with packs, together with what they need of the shelf.</summary>
    public static ImmutableArray<Fault> Lint(IEnumerable<Pack> packs)
    {
        ImmutableArray<Pack> all = [.. packs];
        var shelved = PackShelf.Names.ToHashSet(StringComparer.Ordinal);
        var needed = PackShelf.WithNeeds([
            .. all.SelectMany(p => p.Needs)
                .Distinct()
                .Where(n => shelved.Contains(n) && all.All(p => p.Name != n))
                .Select(PackShelf.Take),
        ]);
        return Catalogue.Of(all.Concat(needed.Where(n => all.All(p => p.Name != n.Name)))) is Outcome<Catalogue>.Refused refused
            ? refused.Faults
            : [];
    }

    private static ImmutableArray<Pack> Known(ImmutableArray<InstalledPack> installed) =>
        [.. installed.Select(i => i.Definition).OfType<Pack>()];

    private static Adoption Plan(Reading reading, string title, IEnumerable<Pack> from, IEnumerable<Pack> to) =>
        new(title, new PackMerge(reading, PartsOf(from), PartsOf(to)).Changes());

    private static PackParts PartsOf(IEnumerable<Pack> packs) => PackParts.Of(Catalogue.Of(packs).OrThrow());
}
