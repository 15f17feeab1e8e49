using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Tells of what people say and watch as what they are: something about another thing.</summary>
internal static class TalkTelling
{
    private const int Longest = 120;

    /// <summary>What was said or is watched; null when it was anything else.</summary>
    public static Sentence? Of(Visit visit, GraphEvent happened)
    {
        var subject = happened switch
        {
            GraphEvent.EntityCreated e => e.Subject,
            GraphEvent.Retired e => e.Subject,
            GraphEvent.Restored e => e.Subject,
            GraphEvent.FieldSet e => e.Subject,
            _ => (Id?)null,
        };
        if (subject is not { } id || visit.Reading.FindAnyTime(id) is not { Kind: MetaKinds.Comment or MetaKinds.Watch } talk)
            return null;
        if (AboutOf(talk) is not { } about)
            return null;
        var (thing, page, category) = FileTelling.SubjectOf(visit, about, "discussion");
        return new(category, talk.Kind == MetaKinds.Watch ? Watched(happened, thing) : Said(visit, talk, happened, thing, page));
    }

    private static ImmutableArray<Part> Watched(GraphEvent happened, Part.Thing thing) =>
        [new Part.Plain(happened is GraphEvent.Retired ? "watches no longer " : "watches "), thing];

    private static ImmutableArray<Part> Said(Visit visit, Entity talk, GraphEvent happened, Part.Thing thing, string? page)
    {
        var words = new Part.Thing(Quoted(visit, talk), page);
        return happened switch
        {
            GraphEvent.FieldSet { Field: "resolved-by", Value.IsNothing: true } =>
            [
                new Part.Plain("opened again "),
                words,
                new Part.Plain(" about "),
                thing,
            ],
            GraphEvent.FieldSet { Field: "resolved-by" } => [new Part.Plain("settled "), words, new Part.Plain(" about "), thing],
            GraphEvent.Retired => [new Part.Plain("took back "), words, new Part.Plain(" about "), thing],
            GraphEvent.Restored => [new Part.Plain("said again "), words, new Part.Plain(" about "), thing],
            _ when talk.Timeline("reply-to") is [_, ..] => [new Part.Plain("answered "), words, new Part.Plain(" about "), thing],
            _ => [new Part.Plain("said "), words, new Part.Plain(" about "), thing],
        };
    }

    private static string Quoted(Visit visit, Entity talk) =>
        $"“{Prose.Short(talk.Timeline("text") is [.., { Value.AsText: { } said }] ? said : "", visit, Longest)}”";

    private static Id? AboutOf(Entity talk) =>
        talk.Timeline("about") is [.., { Value.AsText: var text }] && Id.TryParse(text, out var about) ? about : null;
}
