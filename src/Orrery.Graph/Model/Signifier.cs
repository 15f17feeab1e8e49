using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>A word: what a community calls a kind, a field, a relation type, a category or a view.</summary>
/// <param name="Id">The entity that defines it.</param>
/// <param name="Community">The key of the community whose word it is.</param>
/// <param name="Of">What it stands for.</param>
/// <param name="Term">The word for one of it; for a relation, how it reads from start to end.</param>
/// <param name="Plural">The word for many, or null: then the term with an s.</param>
/// <param name="Inverse">For a relation: how it reads from end to start, or null.</param>
/// <param name="Status"><c>proposed</c>, <c>in-use</c>, <c>preferred</c> or <c>deprecated</c>.</param>
/// <param name="Definition">What it means to them, or null.</param>
public sealed record Signifier(
    Id Id,
    string Community,
    Id Of,
    string Term,
    string? Plural,
    string? Inverse,
    string Status,
    string? Definition
)
{
    /// <summary>Other forms, given by hand under the names that its language has for them; for a field, what its choices are called.</summary>
    public ImmutableSortedDictionary<string, string> Forms { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Nobody is shown it any more; it is still understood.</summary>
    public bool IsDeprecated => Status == "deprecated";

    // Which of several words of one community for one thing is shown: what they prefer, then what they use.
    internal int Rank =>
        Status switch
        {
            "preferred" => 0,
            "in-use" => 1,
            _ => 2,
        };
}

/// <summary>A group of people with words of its own.</summary>
/// <param name="Id">The entity that defines it.</param>
/// <param name="Symbol">Its key.</param>
/// <param name="Title">For people.</param>
/// <param name="Parent">The key of the community it is a part of, whose words it falls back on; null for none.</param>
public sealed record Community(Id Id, string Symbol, string Title, string? Parent)
{
    /// <summary>The language it speaks, as browsers name it (<c>de-CH</c>); null where nobody says so.</summary>
    public string? Locale { get; init; }
}
