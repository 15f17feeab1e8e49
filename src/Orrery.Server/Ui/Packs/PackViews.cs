using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The shelf.</summary>
public sealed record PackListView(Visit Visit, ImmutableArray<PackLine> Packs);

/// <summary>A pack as the shelf and the workspace have it.</summary>
/// <param name="Name">Its symbol.</param>
/// <param name="Installed">As it is here, or null.</param>
/// <param name="Shelved">As it comes with the product, or null.</param>
public sealed record PackLine(string Name, InstalledPack? Installed, Pack? Shelved)
{
    /// <summary>For people.</summary>
    public string Title => Installed?.Title ?? Shelved!.Title;

    /// <summary>What it is for.</summary>
    public string Description => Installed?.Description ?? Shelved!.Description;

    /// <summary>Whether the shelf has another version than is installed.</summary>
    public bool IsNewer => Installed is { } here && Shelved is { } there && here.Version != there.Version;
}

/// <summary>One pack.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Pack">As installed, else as on the shelf.</param>
/// <param name="Installed">As it is here, or null.</param>
/// <param name="Newer">Another version on the shelf, or null.</param>
/// <param name="ChangedHere">What of it was changed here.</param>
/// <param name="Questions">What it can answer.</param>
public sealed record PackView(
    Visit Visit,
    Pack Pack,
    InstalledPack? Installed,
    Pack? Newer,
    ImmutableArray<AdoptionStep.Kept> ChangedHere,
    ImmutableArray<ReadyQuestion> Questions
)
{
    /// <summary>Its worked examples, told; none of a pack that is not on the shelf.</summary>
    public ImmutableArray<ExampleTelling> Examples { get; } =
        PackShelf.Names.Contains(Pack.Name) ? ExampleTelling.Of(PackShelf.Take(Pack.Name)) : [];
}

/// <summary>What a change of packs would do.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Name">The pack, empty for a pasted one.</param>
/// <param name="Deed">add, upgrade or remove; empty for a pasted one.</param>
/// <param name="Text">The pasted text, or null.</param>
/// <param name="Adoption">The steps.</param>
/// <param name="Digest">What tells whether it is still the same when it is done.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record AdoptionView(
    Visit Visit,
    string Name,
    string Deed,
    string? Text,
    Adoption Adoption,
    string Digest,
    Fault? Problem
)
{
    /// <summary>The choices in which the pack's side is ticked.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();
}

/// <summary>The form that takes the text of a pack.</summary>
/// <param name="Visit">Who pastes it.</param>
/// <param name="Text">As typed so far.</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record PackTextView(Visit Visit, string Text, ImmutableArray<Fault> Faults);

/// <summary>A pack as it is here, as a file for others, or what was made here.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Pack">The installed pack; null for what is of none.</param>
/// <param name="Name">What it is to be called.</param>
/// <param name="Text">Its text; null when it cannot be written.</param>
/// <param name="Problem">Why not, or null.</param>
public sealed record PackPublishView(Visit Visit, Pack? Pack, string Name, string? Text, Fault? Problem);
