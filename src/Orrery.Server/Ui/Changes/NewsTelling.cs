using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Tells news in sentences.</summary>
public static class NewsTelling
{
    private const int FewFields = 2;
    private const int FewRelations = 3;

    public static Sentence Of(Visit visit, NewsItem item) =>
        new(visit.Reading.Model.CategoryOf(item.Entity.Kind), [.. PartsOf(visit, item)]);

    private static IEnumerable<Part> PartsOf(Visit visit, NewsItem item) =>
        item switch
        {
            NewsItem.Came came => [new Part.Plain($"{visit.Words.New(came.Thing.Kind)}: "), Thing(visit, came.Thing)],
            NewsItem.Went went =>
            [
                new Part.Plain($"{Isolation.Of(visit.Words.Kind(went.Thing.Kind))} "),
                Thing(visit, went.Thing),
                new Part.Plain(" ended"),
            ],
            NewsItem.Moved moved => [Thing(visit, moved.Thing), new Part.Plain(": "), .. Changes(visit, moved)],
            NewsItem.Joined joined => Joined(visit, joined),
            _ => throw new System.Diagnostics.UnreachableException($"{item.GetType().Name} has no sentence."),
        };

    private static IEnumerable<Part> Changes(Visit visit, NewsItem.Moved moved)
    {
        var first = true;
        foreach (var change in moved.Changes.OrderBy(change => Rank(change)).Take(FewFields))
        {
            if (!first)
                yield return new Part.Plain("; ");
            first = false;
            foreach (var part in Change(visit, moved.Thing, change))
                yield return part;
        }

        if (moved.Changes.Length > FewFields)
            yield return new Part.Plain($"; and {moved.Changes.Length - FewFields} more");
    }

    private static int Rank(Difference change) =>
        change switch
        {
            Difference.FieldChanged { Field: "status" } => 0,
            Difference.KindChanged => 1,
            Difference.FieldChanged { Field: "title" } => 2,
            _ => 3,
        };

    public static IEnumerable<Part> Change(Visit visit, Entity entity, Difference change) =>
        change switch
        {
            Difference.KindChanged d => Moved("kind", visit.Words.Kind(d.Was), visit.Words.Kind(d.Now)),
            Difference.FieldChanged d => Field(
                visit,
                visit.Words.Field(entity.Kind, d.Field),
                visit.Words.Definition(entity.Kind, d.Field),
                d.Was,
                d.Now
            ),
            _ => [],
        };

    /// <summary>What a field of a thing or a relation is called, and what the model says of it.</summary>
    public static (string Title, FieldDefinition? Field) FieldOf(Visit visit, Reading reading, Id subject, string field)
    {
        if (reading.FindAnyTime(subject) is { } entity)
            return (visit.Words.Field(entity.Kind, field), visit.Words.Definition(entity.Kind, field));
        var type = reading.FindRelationAnyTime(subject)?.Type ?? "";
        return (visit.Words.FieldOfRelation(type, field), visit.Words.DefinitionOfRelation(type, field));
    }

    /// <summary>A field that has another value, in words.</summary>
    public static IEnumerable<Part> Field(Visit visit, string title, FieldDefinition? field, Value was, Value now) =>
        IsLong(was) || IsLong(now)
            ?
            [
                new Part.Plain(
                    $"{Named(visit, title, field)} was {(was.IsNothing ? "written" : now.IsNothing ? "removed" : "rewritten")}"
                ),
            ]
            : Moved(
                Named(visit, title, field),
                was.IsNothing ? null : visit.Values.Of(was, field),
                now.IsNothing ? null : visit.Values.Of(now, field)
            );

    private static string Named(Visit visit, string title, FieldDefinition? field) =>
        field is null ? title.ToLowerInvariant() : visit.Words.Inside(field);

    private static IEnumerable<Part> Moved(string what, string? was, string? now) =>
        (was, now) switch
        {
            (null, { } value) => [new Part.Plain($"{what} is "), new Part.Is(value)],
            ({ } value, null) => [new Part.Plain($"{what} is no longer "), new Part.Was(value)],
            _ => [new Part.Plain($"{what} from "), new Part.Was(was!), new Part.Plain(" to "), new Part.Is(now!)],
        };

    private static IEnumerable<Part> Joined(Visit visit, NewsItem.Joined joined)
    {
        yield return Thing(visit, joined.Thing);
        yield return new Part.Plain(
            joined.HasEnded
                ? $" no longer: {visit.Words.RelationInside(joined.Type, Direction.Out)} "
                : $" now {visit.Words.RelationInside(joined.Type, Direction.Out)} "
        );
        foreach (var (index, relation) in joined.Relations.Take(FewRelations).Index())
        {
            if (index > 0)
                yield return new Part.Plain(", ");
            yield return Thing(visit, relation.To!);
        }

        if (joined.Relations.Length > FewRelations)
            yield return new Part.Plain($" and {joined.Relations.Length - FewRelations} more");
    }

    public static Part.Thing Thing(Visit visit, Entity entity) => new(Titles.Of(entity), visit.Links.Entity(entity));

    private static bool IsLong(Value value) =>
        value is Value.Map or Value.List { Items.Length: > 4 } || value.AsText is { Length: > 80 };
}
