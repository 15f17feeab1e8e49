using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>One thing a story says, read but not yet tied to ids.</summary>
internal abstract record StoryLine(Place Place)
{
    /// <summary>An entity comes, with what is said of it and its relations.</summary>
    public sealed record Add(
        Place Place,
        string Kind,
        string Key,
        ImmutableArray<Said> Fields,
        ImmutableArray<Relate> Relations,
        Span Span
    ) : StoryLine(Place);

    /// <summary>Something is said of an entity, or of a relation (then the subject is its sentence).</summary>
    public sealed record Say(Place Place, string Subject, ImmutableArray<Said> Fields, Span Span) : StoryLine(Place);

    /// <summary>Two things are related.</summary>
    public sealed record Relate(Place Place, Sentence Sentence, ImmutableArray<Said> Fields, Span Span) : StoryLine(Place);

    /// <summary>A relation (by its sentence) or an entity (by its ref) ends.</summary>
    public sealed record End(Place Place, string Subject, Span Span) : StoryLine(Place);

    /// <summary>An entity was there during that time: again, or earlier than thought.</summary>
    public sealed record Exist(Place Place, string Subject, Span Span) : StoryLine(Place);

    /// <summary>Somebody says it is still true.</summary>
    public sealed record Confirm(Place Place, string Subject) : StoryLine(Place);

    /// <summary>People call it by another key.</summary>
    public sealed record Rename(Place Place, string Subject, string Key) : StoryLine(Place);

    /// <summary>A number is observed.</summary>
    public sealed record Observe(Place Place, string Subject, string Field, double Number) : StoryLine(Place);
}

/// <summary>A field and its value.</summary>
internal sealed record Said(string Field, Value Value);

/// <summary>A relation as it is written: <c>team:claims works-on bet:triage</c>. An end may be the sentence of another relation, in brackets.</summary>
internal sealed record Sentence(string From, string Type, string To)
{
    public override string ToString() => $"{Wrapped(From)} {Type} {Wrapped(To)}";

    private static string Wrapped(string end) => end.Contains(' ', StringComparison.Ordinal) ? $"[{end}]" : end;
}

/// <summary>Since when and until when, in days of the story; null is the moment it is written down, and no end.</summary>
internal readonly record struct Span(int? Since, int? Until);

/// <summary>Lines written down together by somebody.</summary>
internal sealed record StoryScene(Place Place, int Day, string By, string? Why, Origin Origin, ImmutableArray<StoryLine> Lines);
