using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>What one community calls things of the model.</summary>
/// <param name="Community">The key of its ref.</param>
/// <param name="Title">Its name, when the pack brings the community itself; null when somebody else does.</param>
/// <param name="Words">By what they are words for; of several for one thing the first is preferred.</param>
public sealed record PackVocabulary(string Community, string? Title, ImmutableArray<PackWord> Words, Place Place)
{
    /// <summary>The community that it is a part of: what it has no word for is said as that says it. Null for none, or where somebody else brings the community.</summary>
    public string? Parent { get; init; }

    /// <summary>What sort of group it is: whole-company, function, group, team, guild or external-partner; null where nobody says so.</summary>
    public string? Sort { get; init; }

    /// <summary>The language it speaks, as browsers name it (<c>de-CH</c>); null where nobody says so.</summary>
    public string? Locale { get; init; }
}

/// <summary>A word of a community.</summary>
/// <param name="Of">The ref of what it means, e.g. <c>kind:bet</c> or <c>field:bet.appetite</c>.</param>
/// <param name="Order">Its place among the words of that community for the same thing, from 0.</param>
/// <param name="Term">The word, singular.</param>
/// <param name="Plural">More than one of it, or null where nobody says so.</param>
/// <param name="Forms">Other forms by the names that its language gives them.</param>
/// <param name="Status">proposed, in-use, preferred or deprecated.</param>
public sealed record PackWord(
    string Of,
    int Order,
    string Term,
    string? Plural,
    ImmutableSortedDictionary<string, string> Forms,
    string Status,
    string? Treatment,
    string? Baggage,
    string? Definition,
    Place Place
);
