using System.Collections.Frozen;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The tours that come with packs, read from the assembly: at most one of a pack.</summary>
public static class TourShelf
{
    private static readonly Lazy<FrozenDictionary<string, Tour>> All = new(() =>
        PackShelf
            .Names.Where(pack => Shelved.Has(FileOf(pack)))
            .ToFrozenDictionary(pack => pack, pack => TourReader.Read(pack, FileOf(pack), Shelved.Text(FileOf(pack))).OrThrow())
    );

    /// <summary>The tour of a pack, or null.</summary>
    /// <exception cref="FaultException">A tour of the shelf cannot be read.</exception>
    public static Tour? Find(string pack) => All.Value.GetValueOrDefault(pack);

    /// <summary>The tour of the workspace's packs, the first by name; null where none brings one.</summary>
    public static Tour? Find(Reading reading) =>
        reading
            .OfKind("pack")
            .Select(pack => pack.Ref?.Key)
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .Select(Find)
            .FirstOrDefault(tour => tour is not null);

    private static string FileOf(string pack) => $"packs/{pack}/tour.yaml";
}
