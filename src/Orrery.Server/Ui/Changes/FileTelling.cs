using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Tells of attached files as what they are: something of the thing they belong to.</summary>
internal static class FileTelling
{
    /// <summary>What was done with a file; null when it was done to anything else.</summary>
    public static Sentence? Of(Visit visit, GraphEvent happened)
    {
        var (file, verb, joint) = happened switch
        {
            GraphEvent.EntityCreated e => (Find(visit, e.Subject), "attached ", " to "),
            GraphEvent.Retired e => (Find(visit, e.Subject), "took away ", " from "),
            GraphEvent.Restored e => (Find(visit, e.Subject), "put back ", " to "),
            _ => (null, "", ""),
        };
        if (file is null || AboutOf(visit, file.Id) is not { } about)
            return null;
        var (thing, page, category) = SubjectOf(visit, about, "files");
        return new(category, [new Part.Plain(verb), new Part.Thing(Titles.Of(file), page), new Part.Plain(joint), thing]);
    }

    /// <summary>What a file belongs to; null for anything but a file.</summary>
    public static Id? AboutOf(Visit visit, Id id) =>
        Find(visit, id)?.Timeline("about") is [.., { Value.AsText: var text }] && Id.TryParse(text, out var about) ? about : null;

    private static Entity? Find(Visit visit, Id id) =>
        visit.Reading.FindAnyTime(id) is { Kind: MetaKinds.Attachment } file ? file : null;

    /// <summary>A thing or relation that something is told of, where that is to be read, and its category.</summary>
    public static (Part.Thing Thing, string? Page, string Category) SubjectOf(Visit visit, Id about, string part)
    {
        if (visit.Reading.FindAnyTime(about) is { } entity)
            return (
                NewsTelling.Thing(visit, entity),
                PartAt(visit.Links.Page(entity)),
                visit.Reading.Model.CategoryOf(entity.Kind)
            );
        if (visit.Reading.FindRelationAnyTime(about) is { } relation)
            return (new(Titles.Of(relation), visit.Links.Relation(relation)), PartAt(visit.Links.Page(relation)), "practice");
        return (new("something not known at this moment", null), null, "practice");

        string PartAt(string page) => visit.Links.At($"{page}/{part}");
    }
}
