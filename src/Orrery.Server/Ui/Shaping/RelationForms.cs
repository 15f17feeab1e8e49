using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Types of relation are added, changed, hidden and taken away.</summary>
internal static class RelationForms
{
    private static readonly string[] Asked =
    [
        PartText.Title,
        PartText.Inverse,
        PartText.Description,
        PartText.From,
        PartText.To,
        PartText.Count,
        PartText.Causal,
        PartText.Acyclic,
        PartText.Symmetric,
        PartText.Structural,
        PartText.TakesBets,
    ];

    public static IResult ShowNew(Visit visit, string? from) =>
        Page.Of<PartFormPage>(FormOfNew(visit, PartChange.NoTexts.SetItem(PartText.From, from ?? "")));

    public static async Task<IResult> Create(Visit visit)
    {
        var typed = SentPart.Texts(await visit.Http.Request.ReadFormAsync(visit.Cancel), Asked);
        var (change, symbol) = RelationShaping.Add(PartForms.Now(visit), typed);
        return await PartForms.DoAsync(
            visit,
            change,
            $"Added the relation {typed.GetValueOrDefault(PartText.Title)}",
            visit.Links.ModelRelation(symbol),
            fault => PartForms.Again(FormOfNew(visit, typed), change, null, fault)
        );
    }

    public static IResult ShowEdit(Visit visit, string type) =>
        Page.Of<PartFormPage>(FormOf(visit, PartOf(visit, type), PartText.Of(PartOf(visit, type))));

    public static Task<IResult> Save(Visit visit, string type)
    {
        var part = PartOf(visit, type);
        return PartForms.SaveAsync(
            visit,
            part,
            RelationShaping.Change,
            $"Changed the relation {part.Title}",
            visit.Links.ModelRelation(type),
            typed => FormOf(visit, part, typed)
        );
    }

    public static Task<IResult> Hide(Visit visit, string type) => HideAsync(visit, type, isHidden: true);

    public static Task<IResult> Show(Visit visit, string type) => HideAsync(visit, type, isHidden: false);

    public static IResult ShowRemove(Visit visit, string type)
    {
        var part = PartOf(visit, type);
        return Page.Of<RemovePartPage>(
            new RemovePartView(
                visit,
                visit.Words.Relation(type, Direction.Out),
                new(visit.Words.Relation(type, Direction.Out), visit.Links.ModelRelation(type)),
                PartUses.Of(PartForms.Now(visit), part),
                "relation of it",
                "relations of it",
                visit.Links.ModelRelation(type, "hide"),
                null,
                null
            )
        );
    }

    public static Task<IResult> Remove(Visit visit, string type) =>
        RemovedPart.DoAsync(visit, PartOf(visit, type), visit.Links.Model);

    /// <summary>The entity of a relation type, now.</summary>
    /// <exception cref="FaultException">There is no such type.</exception>
    public static Entity PartOf(Visit visit, string type) =>
        PartForms.Now(visit) is var now && now.Model.FindRelationType(type) is { } known
            ? now.Find(known.Id)!
            : throw new FaultException(ServerFaults.NoRelationTypeHere(type, now.Model));

    private static async Task<IResult> HideAsync(Visit visit, string type, bool isHidden)
    {
        var part = PartOf(visit, type);
        return await PartForms.DoAsync(
            visit,
            KindShaping.Hide(part, isHidden),
            isHidden ? $"Hid the relation {part.Title}" : $"Showed the relation {part.Title} again",
            visit.Links.ModelRelation(type),
            fault => throw new FaultException(fault!)
        );
    }

    private static PartFormView FormOfNew(Visit visit, ImmutableSortedDictionary<string, string> texts) =>
        new(
            visit,
            "Add a relation",
            "What one thing can say of another, read from both ends.",
            "Add it",
            new("Shape", visit.Links.Model),
            new PartInputs(visit, texts).OfRelation(),
            null
        );

    private static PartFormView FormOf(Visit visit, Entity part, ImmutableSortedDictionary<string, string> texts)
    {
        var (symbol, isHidden) = (PartText.SymbolOf(part), part["hidden"] is Value.Bool { Flag: true });
        return new(
            visit,
            part.Title,
            part["description"].AsText,
            "Save",
            new("Shape", visit.Links.Model),
            new PartInputs(visit, texts).OfRelation(),
            null
        )
        {
            Seen = visit.Workspace.Current.At,
            Further =
            [
                ("Add a field", visit.Links.ModelRelation(symbol, "fields/new")),
                .. KindParts
                    .OwnFields(part)
                    .Where(field => field.Ref is not null)
                    .Select(field => (field.Title, visit.Links.ModelField(field.Ref!.Key))),
                ("Remove", visit.Links.ModelRelation(symbol, "remove")),
            ],
            Deeds = [(isHidden ? "Show again" : "Hide", visit.Links.ModelRelation(symbol, isHidden ? "show" : "hide"))],
        };
    }
}
