using System.Collections.Concurrent;

namespace Orrery.Practice;

/// <summary>Packs that were read lately, by their text: pages and commands ask for the same ones over and over, and reading one takes milliseconds. Safe to share.</summary>
internal static class KnownPacks
{
    // The shelf, and as much again of what workspaces have of their own.
    private const int Most = 64;

    private static readonly ConcurrentDictionary<(string Source, string Text), Pack> Known = new();

    /// <summary>The same as <see cref="PackReader.Read(string, string)"/>; what is refused is read anew each time.</summary>
    public static Outcome<Pack> Read(string source, string text)
    {
        if (Known.TryGetValue((source, text), out var pack))
            return new Outcome<Pack>.Good(pack);
        var read = PackReader.Read(source, text);
        if (read is not Outcome<Pack>.Good(var good))
            return read;
        if (Known.Count >= Most)
            Known.Clear();
        Known[(source, text)] = good;
        return read;
    }
}
