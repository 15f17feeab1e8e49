using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Kinds are added, changed, hidden and taken away.</summary>
internal static class KindForms
{
    private static readonly string[] Asked =
    [
        PartText.Title,
        PartText.Plural,
        PartText.Description,
        PartText.Parent,
        PartText.Also,
        PartText.Category,
        PartText.Facets,
        PartText.Tier,
        PartText.Temporality,
        PartText.Grounding,
        PartText.Lifecycle,
        PartText.HalfLife,
        PartText.ReviewEvery,
    ];

    public static IResult ShowNew(Visit visit, string? parent) =>
        Page.Of<PartFormPage>(FormOfNew(visit, PartChange.NoTexts.SetItem(PartText.Parent, parent ?? "")));

    public static async Task<IResult> Create(Visit visit)
    {
        var typed = SentPart.Texts(await visit.Http.Request.ReadFormAsync(visit.Cancel), Asked);
        var (change, symbol) = KindShaping.Add(PartForms.Now(visit), typed);
        return await PartForms.DoAsync(
            visit,
            change,
            $"Added {typed.GetValueOrDefault(PartText.Title)}",
            visit.Links.ModelKind(symbol),
            fault => PartForms.Again(FormOfNew(visit, typed), change, null, fault)
        );
    }

    public static IResult ShowEdit(Visit visit, string kind) =>
        Page.Of<PartFormPage>(FormOf(visit, PartOf(visit, kind), PartText.Of(PartOf(visit, kind))));

    public static Task<IResult> Save(Visit visit, string kind)
    {
        var part = PartOf(visit, kind);
        return PartForms.SaveAsync(
            visit,
            part,
            KindShaping.Change,
            $"Changed what {part.Title} is",
            visit.Links.ModelKind(kind),
            typed => FormOf(visit, part, typed)
        );
    }

    public static Task<IResult> Hide(Visit visit, string kind) => HideAsync(visit, kind, isHidden: true);

    public static Task<IResult> Show(Visit visit, string kind) => HideAsync(visit, kind, isHidden: false);

    /// <summary>What uses a kind, and what can be done instead.</summary>
    public static IResult ShowRemove(Visit visit, string kind)
    {
        var part = PartOf(visit, kind);
        var uses = PartUses.Of(PartForms.Now(visit), part);
        return Page.Of<RemovePartPage>(
            new RemovePartView(
                visit,
                visit.Words.Kind(kind),
                new(visit.Words.Kind(kind), visit.Links.ModelKind(kind)),
                uses,
                "thing of it",
                "things of it",
                visit.Links.ModelKind(kind, "hide"),
                uses.Things > 0 ? visit.Links.ModelKind(kind, "merge") : null,
                null
            )
        );
    }

    public static Task<IResult> Remove(Visit visit, string kind) =>
        RemovedPart.DoAsync(visit, PartOf(visit, kind), visit.Links.Model);

    /// <summary>The entity of a kind, now.</summary>
    /// <exception cref="FaultException">There is no such kind.</exception>
    public static Entity PartOf(Visit visit, string kind) =>
        PartForms.Now(visit) is var now && now.Model.FindKind(kind) is { } known
            ? now.Find(known.Id)!
            : throw new FaultException(ServerFaults.NoKindHere(kind, now));

    private static async Task<IResult> HideAsync(Visit visit, string kind, bool isHidden)
    {
        var part = PartOf(visit, kind);
        return await PartForms.DoAsync(
            visit,
            KindShaping.Hide(part, isHidden),
            isHidden ? $"Hid {part.Title}" : $"Showed {part.Title} again",
            visit.Links.ModelKind(kind),
            fault => Page.Of<ModelKindPage>(ModelPages.KindOf(visit, kind, fault))
        );
    }

    private static PartFormView FormOfNew(Visit visit, ImmutableSortedDictionary<string, string> texts) =>
        new(
            visit,
            "Add a kind of thing",
            "Only what it is called is needed now; its fields and relations come after.",
            "Add it",
            new("Shape", visit.Links.Model),
            new PartInputs(visit, texts).OfKind(),
            null
        );

    private static PartFormView FormOf(Visit visit, Entity part, ImmutableSortedDictionary<string, string> texts) =>
        new(
            visit,
            $"Edit {part.Title}",
            null,
            "Save",
            new(part.Title, visit.Links.ModelKind(PartText.SymbolOf(part))),
            new PartInputs(visit, texts).OfKind(),
            null
        )
        {
            Seen = visit.Workspace.Current.At,
        };
}
