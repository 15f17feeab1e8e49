using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The words of all communities, side by side.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Wanted">What the list is narrowed to, as typed.</param>
/// <param name="Columns">The communities shown, each a column.</param>
/// <param name="Others">Communities that have words and are not shown.</param>
/// <param name="Rows">What has words, or all kinds where nothing has.</param>
/// <param name="Overloads">Words that mean several things.</param>
/// <param name="Turns">How words changed, the latest first.</param>
/// <param name="Draft">What is being added, as typed.</param>
/// <param name="Problem">Why it was refused, or null.</param>
public sealed record DictionaryView(
    Visit Visit,
    string Wanted,
    ImmutableArray<Community> Columns,
    ImmutableArray<Community> Others,
    ImmutableArray<DictionaryRow> Rows,
    ImmutableArray<Overload> Overloads,
    ImmutableArray<WordTurn> Turns,
    WordDraft Draft,
    Fault? Problem
)
{
    /// <summary>How many words each community has, by its key.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
}

/// <summary>One thing of the model and what it is called.</summary>
/// <param name="Concept">What it is.</param>
/// <param name="Words">By community.</param>
public sealed record DictionaryRow(Concept Concept, ILookup<string, Signifier> Words);

/// <summary>A kind, relation type, field or category that can be called something.</summary>
/// <param name="Id">Its entity.</param>
/// <param name="Ref">Its ref, e.g. <c>kind:bet</c>.</param>
/// <param name="Sort">kind, relation, field or category.</param>
/// <param name="Title">The model's own word for it.</param>
/// <param name="Description">What it is, or null.</param>
public sealed record Concept(Id Id, string Ref, string Sort, string Title, string? Description);

/// <summary>A word that stands for several things.</summary>
/// <param name="Term">The word.</param>
/// <param name="Senses">What it means, and to whom.</param>
public sealed record Overload(string Term, ImmutableArray<(Concept Concept, ImmutableArray<string> Communities)> Senses);

/// <summary>A word as it is typed.</summary>
public sealed record WordDraft(
    string Of,
    string Community,
    string Term,
    string Plural,
    string Inverse,
    string Definition,
    string Forms
)
{
    /// <summary>Nothing typed yet.</summary>
    public static readonly WordDraft Empty = new("", "", "", "", "", "", "");
}

/// <summary>One change in the life of a word.</summary>
/// <param name="Term">What the word is now.</param>
/// <param name="Concept">What it means.</param>
/// <param name="Community">Who says it.</param>
/// <param name="Said">What changed, as the end of a sentence.</param>
/// <param name="Since">Since when it is so, or null when it always was.</param>
/// <param name="Cause">Who said so and why, or null where that is not known.</param>
public sealed record WordTurn(
    string Term,
    Concept Concept,
    string Community,
    string Said,
    NodaTime.Instant? Since,
    RecordedCause? Cause
);
