using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Fields are added, changed, moved, hidden and taken away.</summary>
internal static class FieldForms
{
    private static readonly string[] Asked =
    [
        PartText.Title,
        PartText.Description,
        PartText.Holds,
        PartText.Options,
        PartText.Unit,
        PartText.Min,
        PartText.Max,
        PartText.Ends,
        PartText.Required,
    ];

    public static IResult ShowNew(Visit visit, string kind) =>
        Page.Of<PartFormPage>(FormOfNew(visit, KindForms.PartOf(visit, kind), PartChange.NoTexts));

    public static IResult ShowNewOfRelation(Visit visit, string type) =>
        Page.Of<PartFormPage>(FormOfNew(visit, RelationForms.PartOf(visit, type), PartChange.NoTexts));

    public static Task<IResult> Create(Visit visit, string kind) => CreateAsync(visit, KindForms.PartOf(visit, kind));

    public static Task<IResult> CreateOfRelation(Visit visit, string type) =>
        CreateAsync(visit, RelationForms.PartOf(visit, type));

    public static IResult ShowEdit(Visit visit, string field) =>
        Page.Of<PartFormPage>(FormOf(visit, PartOf(visit, field), PartText.Of(PartOf(visit, field))));

    public static Task<IResult> Save(Visit visit, string field)
    {
        var part = PartOf(visit, field);
        return PartForms.SaveAsync(
            visit,
            part,
            FieldShaping.Change,
            $"Changed the field {part.Title}",
            PageOfOwner(visit, part),
            typed => FormOf(visit, part, typed)
        );
    }

    public static Task<IResult> Up(Visit visit, string field) =>
        DeedAsync(visit, field, part => FieldShaping.Move(part, -1), "Moved {0} up");

    public static Task<IResult> Down(Visit visit, string field) =>
        DeedAsync(visit, field, part => FieldShaping.Move(part, 1), "Moved {0} down");

    public static Task<IResult> Hide(Visit visit, string field) =>
        DeedAsync(visit, field, part => KindShaping.Hide(part, isHidden: true), "Hid the field {0}");

    public static Task<IResult> Show(Visit visit, string field) =>
        DeedAsync(visit, field, part => KindShaping.Hide(part, isHidden: false), "Showed the field {0} again");

    public static IResult ShowRemove(Visit visit, string field)
    {
        var part = PartOf(visit, field);
        return Page.Of<RemovePartPage>(
            new RemovePartView(
                visit,
                part.Title,
                new(part.Title, visit.Links.ModelField(field)),
                PartUses.Of(PartForms.Now(visit), part),
                "value in it",
                "values in it",
                visit.Links.ModelField(field, "hide"),
                null,
                null
            )
        );
    }

    public static Task<IResult> Remove(Visit visit, string field)
    {
        var part = PartOf(visit, field);
        return RemovedPart.DoAsync(visit, part, PageOfOwner(visit, part));
    }

    /// <summary>The entity of a field, now.</summary>
    /// <exception cref="FaultException">There is no such field.</exception>
    public static Entity PartOf(Visit visit, string field) =>
        EntityRef.TryParse($"{MetaKinds.Field}:{field}", out var at)
        && PartForms.Now(visit).Find(at) is { } part
        && KindParts.OwnerOf(part) is not null
            ? part
            : throw new FaultException(Fault.NotFound($"{MetaKinds.Field}:{field}"));

    /// <summary>The page of what has a field.</summary>
    public static string PageOfOwner(Visit visit, Entity field) =>
        KindParts.OwnerOf(field) is { } owner ? PageOf(visit, owner) : visit.Links.Model;

    private static string PageOf(Visit visit, Entity owner) =>
        owner.Kind == MetaKinds.RelationType
            ? visit.Links.ModelRelation(PartText.SymbolOf(owner))
            : visit.Links.ModelKind(PartText.SymbolOf(owner));

    private static async Task<IResult> CreateAsync(Visit visit, Entity owner)
    {
        var typed = SentPart.Texts(await visit.Http.Request.ReadFormAsync(visit.Cancel), Asked);
        var change = FieldShaping.Add(PartForms.Now(visit), owner, typed);
        return await PartForms.DoAsync(
            visit,
            change,
            $"Added the field {typed.GetValueOrDefault(PartText.Title)} to {owner.Title}",
            PageOf(visit, owner),
            fault => PartForms.Again(FormOfNew(visit, owner, typed), change, null, fault)
        );
    }

    private static async Task<IResult> DeedAsync(Visit visit, string field, Func<Entity, PartChange> change, string said)
    {
        var part = PartOf(visit, field);
        return await PartForms.DoAsync(
            visit,
            change(part),
            said.Replace("{0}", part.Title, StringComparison.Ordinal),
            PageOfOwner(visit, part),
            fault => throw new FaultException(fault!)
        );
    }

    private static PartFormView FormOfNew(Visit visit, Entity owner, ImmutableSortedDictionary<string, string> texts) =>
        new(
            visit,
            $"Add a field to {Called(visit, owner)}",
            null,
            "Add it",
            new(Called(visit, owner), PageOf(visit, owner)),
            new PartInputs(visit, texts).OfField(isNew: true),
            null
        );

    private static PartFormView FormOf(Visit visit, Entity part, ImmutableSortedDictionary<string, string> texts)
    {
        var (key, isHidden) = (part.Ref!.Key, part["hidden"] is Value.Bool { Flag: true });
        var owner = KindParts.OwnerOf(part)!;
        return new(
            visit,
            $"{part.Title} of {owner.Title}",
            $"It holds: {HoldsWords.Of(texts.GetValueOrDefault(PartText.Holds, "text")).ToLowerInvariant()}.",
            "Save",
            new(Called(visit, owner), PageOf(visit, owner)),
            new PartInputs(visit, texts).OfField(isNew: false),
            null
        )
        {
            Seen = visit.Workspace.Current.At,
            Further =
            [
                ("Change what it holds", visit.Links.ModelField(key, "holds")),
                ("Remove", visit.Links.ModelField(key, "remove")),
            ],
            Deeds = [(isHidden ? "Show again" : "Hide", visit.Links.ModelField(key, isHidden ? "show" : "hide"))],
        };
    }

    // A field is of a kind or of a type of relation.
    private static string Called(Visit visit, Entity owner) =>
        owner.Kind == MetaKinds.Kind
            ? visit.Words.Kind(PartText.SymbolOf(owner))
            : visit.Words.Relation(PartText.SymbolOf(owner), Direction.Out);
}
