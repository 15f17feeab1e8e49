using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The packs that come with the product, read from the assembly.</summary>
public static class PackShelf
{
    private const string Prefix = "packs/";

    /// <summary>Names of all packs on the shelf, sorted.</summary>
    public static IEnumerable<string> Names =>
        typeof(PackShelf)
            .Assembly.GetManifestResourceNames()
            .Where(n =>
                n.StartsWith(Prefix, StringComparison.Ordinal) && !n[Prefix.Length..].Contains('/', StringComparison.Ordinal)
            )
            .Select(n => Path.GetFileNameWithoutExtension(n))
            .Order(StringComparer.Ordinal);

    /// <summary>The pack of that name, without checking it against others.</summary>
    /// <exception cref="FaultException">There is none, or it cannot be read.</exception>
    public static Pack Take(string name) =>
        !Names.Contains(name, StringComparer.Ordinal)
            ? throw new FaultException(AdoptionFaults.NotOnTheShelf(name, Names))
            : KnownPacks.Read($"{Prefix}{name}.yaml", Shelved.Text($"{Prefix}{name}.yaml")).OrThrow();

    /// <summary>These packs and all they need, together.</summary>
    /// <exception cref="FaultException">A pack is missing, or they do not fit together.</exception>
    public static Catalogue Open(params IEnumerable<string> names) =>
        Catalogue.Of(WithNeeds([.. names.Distinct(StringComparer.Ordinal).Select(Take)])).OrThrow();

    /// <summary>These packs, and those of the shelf that they need and are not among them.</summary>
    /// <exception cref="FaultException">A pack is missing.</exception>
    public static ImmutableArray<Pack> WithNeeds(ImmutableArray<Pack> packs)
    {
        var all = packs.ToList();
        for (var i = 0; i < all.Count; i++)
            all.AddRange(all[i].Needs.Where(need => all.TrueForAll(p => p.Name != need)).Select(Take).ToArray());
        return [.. all];
    }
}
