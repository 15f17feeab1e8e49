using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What stands in the margin beside a neighbour: the telling field of the relation, or of the neighbour, or since when.</summary>
public static class RelationNotes
{
    private static readonly string[] Untold = ["assertion", "stance", "rationale", "confirmed-at", "confirmed-by"];

    public static string? Of(Visit visit, Neighbour neighbour)
    {
        if (OfFields(visit, neighbour.Relation) is { } told)
            return told;
        if (
            neighbour.Other is { } other
            && other["status"] is Value.Text status
            && visit.Words.Definition(other.Kind, "status") is { } field
        )
            return visit.Values.Short(status, field);
        return Since(visit, neighbour.Relation);
    }

    public static string? OfFields(Visit visit, Relation relation)
    {
        var fields = relation.Fields;
        if (fields.IsEmpty)
            return null;
        return fields
            .Where(field => !Untold.Contains(field.Key))
            .Select(field => (field.Value, Definition: visit.Words.DefinitionOfRelation(relation.Type, field.Key), field.Key))
            .OrderBy(field => field.Key == "confidence" ? 1 : 0)
            .ThenBy(field => field.Definition?.Order ?? 0)
            .Select(field => Say(visit, field.Key, field.Value, field.Definition))
            .FirstOrDefault();
    }

    private static string Say(Visit visit, string symbol, Value value, FieldDefinition? field) =>
        (symbol, value) switch
        {
            ("confidence", Value.Float or Value.Integer) => $"{visit.Values.Short(value, field)} sure",
            (_, Value.Bool { Flag: var flag }) => flag
                ? visit.Words.Inside(field, symbol)
                : $"not {visit.Words.Inside(field, symbol)}",
            _ => visit.Values.Short(value, field),
        };

    private static string? Since(Visit visit, Relation relation) =>
        relation.Lives.FirstOrDefault(life => life.Contains(visit.Reading.Valid)) is { IsEmpty: false } life
        && life.From != NodaTime.Instant.MinValue
            ? $"since {visit.Dates.MonthOf(life.From)}"
            : null;
}
