using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A word on a page of its own: its spelling, its other forms, what it means to them, how it stands beside their other words.</summary>
internal static class WordForms
{
    private static readonly ImmutableArray<(string Value, string Words)> Standings =
    [
        (WordChanging.Preferred, "Preferred: the one that is shown"),
        ("in-use", "In use: shown where none is preferred"),
        ("proposed", "Proposed: shown where there is no other"),
        ("deprecated", "No longer said: never shown, still understood"),
    ];

    public static IResult Show(Visit visit, string word) =>
        Page.Of<PartFormPage>(FormOf(visit, EntityOf(visit, word), PartText.Of(EntityOf(visit, word))));

    public static Task<IResult> Save(Visit visit, string word)
    {
        var entity = EntityOf(visit, word);
        return PartForms.SaveAsync(
            visit,
            entity,
            WordChanging.Change,
            $"Changed the word \"{TermOf(entity)}\" of {SpeakerOf(visit, entity)}",
            visit.Links.Dictionary,
            typed => FormOf(visit, entity, typed)
        );
    }

    public static async Task<IResult> Prefer(Visit visit, string word)
    {
        var entity = EntityOf(visit, word);
        var wished = PartChange.NoTexts.Add(WordChanging.Status, WordChanging.Preferred);
        return await PartForms.DoAsync(
            visit,
            WordChanging.Change(PartForms.Now(visit), entity, wished),
            $"{SpeakerOf(visit, entity)} prefer \"{TermOf(entity)}\"",
            visit.Links.Dictionary,
            fault => PartForms.Again(FormOf(visit, entity, PartText.Of(entity).SetItems(wished)), change: null, sent: null, fault)
        );
    }

    private static PartFormView FormOf(Visit visit, Entity word, ImmutableSortedDictionary<string, string> texts) =>
        new(
            visit,
            TermOf(word),
            $"What {Isolation.Of(SpeakerOf(visit, word))} say for {Isolation.Of(MeaningOf(visit, word))}.",
            "Save",
            new("Words", visit.Links.Dictionary),
            [.. InputsOf(word, texts)],
            null
        )
        {
            Seen = visit.Workspace.Current.At,
            Here = "Words",
            Deeds = [("Take it away", visit.Links.WordGone(word.Id))],
        };

    private static IEnumerable<PartInput> InputsOf(Entity word, ImmutableSortedDictionary<string, string> texts)
    {
        yield return new(WordChanging.Term, "Their word", PartInputSort.Line, texts[WordChanging.Term]);
        yield return new(PartText.Plural, "Their word for many", PartInputSort.Line, texts[PartText.Plural])
        {
            IsOptional = true,
            Hint = "Left empty: with an s.",
        };
        if (word["of"].AsText?.StartsWith($"{MetaKinds.RelationType}:", StringComparison.Ordinal) == true)
            yield return new(PartText.Inverse, "Read from the other end", PartInputSort.Line, texts[PartText.Inverse])
            {
                IsOptional = true,
                Hint = "Is served by, belongs to.",
            };
        yield return new(WordChanging.Status, "How it stands", PartInputSort.One, texts[WordChanging.Status])
        {
            Choices = [new("", Standings)],
            Hint = "They prefer one word for a thing: the one preferred so far is then in use.",
        };
        yield return new(WordChanging.Means, "What it means to them", PartInputSort.Lines, texts[WordChanging.Means])
        {
            IsOptional = true,
            Hint = "Left empty where it needs no saying.",
        };
        yield return new(WordChanging.Forms, "Other forms", PartInputSort.Lines, texts[WordChanging.Forms])
        {
            IsOptional = true,
            Hint =
                "One a line: new: Neue Wette for the button that makes one; few: and many: (or zero, one, two, other) for counted ones. For a field: what they call each choice.",
        };
    }

    private static string TermOf(Entity word) => word[WordChanging.Term].AsText ?? word.Title;

    private static string SpeakerOf(Visit visit, Entity word) =>
        word["community"].AsText is { } key && CommunityShaping.Find(visit.Reading.Model, key) is { } community
            ? community.Title
            : word["community"].AsText ?? "";

    private static string MeaningOf(Visit visit, Entity word) =>
        EntityRef.TryParse(word["of"].AsText, out var of) && visit.Reading.Find(of) is { } concept
            ? concept.Title
            : word["of"].AsText ?? "";

    private static Entity EntityOf(Visit visit, string word) =>
        Id.TryParse(word, out var id)
        && PartForms.Now(visit).Find(id) is { } entity
        && entity.Labels.Contains(MetaKinds.Signifier)
            ? entity
            : throw new FaultException(Fault.NotFound(word));
}
