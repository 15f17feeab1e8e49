namespace Orrery.Server;

/// <summary>Something the palette offers.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Note">What it is, or what choosing it does.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Category">The category of a thing, for its shape; else null.</param>
/// <param name="Icon">The icon of a command; null for a thing.</param>
public sealed record PaletteEntry(string Title, string Note, string Href, string? Category, string? Icon);

/// <summary>What the palette offers for what was typed.</summary>
public sealed record PaletteView(IReadOnlyList<PaletteEntry> Entries);
