using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A pack that a workspace has.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Version">The version that was installed last.</param>
/// <param name="Revisit">The day by which somebody looks whether it still serves; null where it says none.</param>
/// <param name="Definition">It as installed: what later versions and changes made here are compared with. Null where nothing of it was kept.</param>
public sealed record InstalledPack(
    string Name,
    string Version,
    string Title,
    string Description,
    LocalDate? Revisit,
    Pack? Definition
)
{
    /// <summary>All that a workspace has, by name.</summary>
    public static ImmutableArray<InstalledPack> Of(Reading reading) =>
        [.. reading.WithLabel(MetaKinds.Pack).Select(Of).OrderBy(p => p.Name, StringComparer.Ordinal)];

    private static InstalledPack Of(Entity entity)
    {
        var name = entity["symbol"].AsText ?? entity.Ref?.Key ?? entity.Title;
        var version = entity["version"].AsText ?? "";
        return new(
            name,
            version,
            entity.Title,
            entity["description"].AsText ?? "",
            (entity["revisit"] as Value.Date)?.Day,
            DefinitionOf(name, version, entity["text"].AsText)
        );
    }

    // A workspace made before texts were kept still knows what its version says, as long as that version is on the shelf.
    private static Pack? DefinitionOf(string name, string version, string? text) =>
        text is { Length: > 0 } ? (KnownPacks.Read($"pack:{name}", text) as Outcome<Pack>.Good)?.Value
        : PackShelf.Names.Contains(name) && PackShelf.Take(name) is { } shelved && shelved.Version == version ? shelved
        : null;
}
