namespace Orrery.Server;

/// <summary>What is said of kinds, in plain words, by the name that packs write.</summary>
public static class KindWords
{
    /// <summary>When a kind is shown.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Tiers =
    [
        ("core", "From day one"),
        ("extended", "It sleeps until something needs it"),
        ("custom", "It was made here"),
    ];

    /// <summary>How things of a kind stand to time.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Temporalities =
    [
        ("persistent", "It holds until something changes"),
        ("time-boxed", "It has an end"),
        ("recurring", "It comes back"),
        ("event", "It happens once"),
    ];

    /// <summary>What status may be told of.</summary>
    public static readonly IReadOnlyList<(string Name, string Words)> Groundings =
    [
        ("anchor", "Of the thing itself: status and signals sit on it"),
        ("container", "Of what it holds: it groups other things"),
        ("summary", "Of groups: it sums them up"),
        ("view-only", "Of nothing: it is a way to look"),
    ];

    /// <summary>The words for a name; the name itself where there are none.</summary>
    public static string Of(IReadOnlyList<(string Name, string Words)> words, string? name) =>
        words.FirstOrDefault(known => known.Name == name).Words ?? name ?? "";
}
