using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>A piece of a sentence.</summary>
public abstract record Part
{
    private Part() { }

    /// <summary>Words.</summary>
    public sealed record Plain(string Text) : Part;

    /// <summary>A thing, and where to read about it (null when it cannot be opened).</summary>
    public sealed record Thing(string Title, string? Href) : Part;

    /// <summary>What a value was.</summary>
    public sealed record Was(string Text) : Part;

    /// <summary>What a value is.</summary>
    public sealed record Is(string Text) : Part;
}

/// <summary>A sentence about a change.</summary>
/// <param name="Category">Of the thing it is about, for its shape.</param>
/// <param name="Parts">In order, without spaces between them.</param>
/// <param name="Note">What else is to be known: when it holds, if not from when it was recorded.</param>
public sealed record Sentence(string Category, ImmutableArray<Part> Parts, string? Note = null);
