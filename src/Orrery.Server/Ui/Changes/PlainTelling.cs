using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The sentences of the pages as plain text, for faces without links.</summary>
public static class PlainTelling
{
    /// <summary>What one change set did, a sentence a deed.</summary>
    public static IEnumerable<string> Of(
        Workspace workspace,
        Viewer viewer,
        RecordedCause cause,
        IEnumerable<GraphEvent> events
    ) => Of(Visit.Of(workspace, viewer), cause, events);

    internal static IEnumerable<string> Of(Visit visit, RecordedCause cause, IEnumerable<GraphEvent> events) =>
        new EventTelling(visit, cause).Tell(events, int.MaxValue).Sentences.Select(TextOf);

    /// <summary>What differs between two readings, the most consequential first.</summary>
    public static IEnumerable<(NewsItem Item, string Sentence)> Between(
        Workspace workspace,
        Viewer viewer,
        Reading earlier,
        Reading later
    )
    {
        var visit = Visit.Of(workspace, viewer);
        return News.Between(earlier, later).Select(item => (item, TextOf(NewsTelling.Of(visit, item))));
    }

    /// <summary>A sentence without its links.</summary>
    public static string TextOf(Sentence sentence)
    {
        var text = string.Concat(sentence.Parts.Select(TextOf));
        return Isolation.Without(sentence.Note is { } note ? $"{text} ({note})" : text);
    }

    private static string TextOf(Part part) =>
        part switch
        {
            Part.Plain plain => plain.Text,
            Part.Thing thing => thing.Title,
            Part.Was was => was.Text,
            Part.Is now => now.Text,
            _ => throw new System.Diagnostics.UnreachableException("A part of another sort."),
        };
}
