using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A form about a part of the model.</summary>
/// <param name="Visit">Who fills it in.</param>
/// <param name="Title">Its heading.</param>
/// <param name="About">A sentence under it, or null.</param>
/// <param name="Verb">On its button.</param>
/// <param name="Back">Where one comes from, and what it is called.</param>
/// <param name="Inputs">What is filled in.</param>
/// <param name="Problem">Why nothing was done, or null.</param>
public sealed record PartFormView(
    Visit Visit,
    string Title,
    string? About,
    string Verb,
    Crumb Back,
    ImmutableArray<PartInput> Inputs,
    Fault? Problem
)
{
    /// <summary>The revision that whoever fills it in has seen.</summary>
    public Revision Seen { get; init; }

    public string Why { get; init; } = "";

    /// <summary>The place of the rail that it belongs to.</summary>
    public string Here { get; init; } = "Shape";

    /// <summary>Headings under which everything is in sight from the start.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>What else can be done with the part, as links: words and address.</summary>
    public ImmutableArray<(string Words, string Href)> Further { get; init; } = [];

    /// <summary>What is done at once by a button: words and address.</summary>
    public ImmutableArray<(string Words, string Action)> Deeds { get; init; } = [];
}
