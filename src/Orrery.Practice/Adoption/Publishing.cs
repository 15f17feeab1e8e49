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
            ?? throw new FaultException(AdoptionFaults.NotInstalled(name, installed.Select(p => p.Name)));
        var published = new PublishedParts(reading, name, pack.Definition, Needs(reading)).ToPack();
        return published with
        {
            Name = called,
            Version = pack.Version,
            Title = pack.Title,
            Description = pack.Description,
            Revisit = pack.Revisit ?? default,
            Examples = pack.Definition?.Examples ?? [],
        };
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

    /// <summary>What a pack of a workspace's own may be called; never as the workspace itself, for a demo's is called as its pack, which its own needs.</summary>
    public static string NameFor(string workspace) =>
        Symbols.Of(workspace) is { Length: > 0 } name ? $"{name}-own" : "our-practice";

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
