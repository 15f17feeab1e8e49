using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>The values of an answer as people read them: things by title, relations and paths as sentences.</summary>
/// <param name="visit">Who reads.</param>
/// <param name="reading">What the answer was read through.</param>
public sealed class AnswerTelling(Visit visit, Reading reading)
{
    public Visit Visit => visit;

    public Entity? Find(Id id) => reading.FindAnyTime(id);

    public string CategoryOf(Entity entity) => reading.Model.CategoryOf(entity.Kind);

    public static bool IsAmount(Value value) => value is Value.Integer or Value.Float or Value.Money;

    /// <summary>A relation or a path, from its start to its end.</summary>
    public IEnumerable<Part> Sentence(Value value) =>
        value switch
        {
            Value.Path path => Along(path),
            Value.Relation relation => Joined(relation.Id),
            Value.Entity entity => Joined(entity.Id),
            _ => [new Part.Plain(AnswerWords.Of(value, reading, isForPeople: true))],
        };

    /// <summary>What a column such as <c>b.status</c> may show: the fields of all kinds that have one of that name.</summary>
    public FieldDefinition[] FieldsOf(string column) =>
        column.Split('.') is [_, var name]
            ?
            [
                .. visit
                    .Reading.Model.Kinds.Values.SelectMany(kind => kind.Fields.Values)
                    .Where(field => string.Equals(Joined(field.Symbol), Joined(name), StringComparison.OrdinalIgnoreCase))
                    .DistinctBy(field => field.Id),
            ]
            : [];

    /// <summary>The one of some fields that says what a value is called, or null when that is not certain.</summary>
    public static FieldDefinition? FieldFor(FieldDefinition[] fields, Value value) =>
        fields is [var only] ? only
        : value is Value.Text { Characters: var text } ? Array.Find(fields, field => field.Options.Contains(text))
        : null;

    private IEnumerable<Part> Joined(Id id) =>
        reading.FindRelationAnyTime(id) is { } relation
            ?
            [
                Thing(relation.FromId),
                new Part.Plain($" {visit.Words.RelationInside(relation.Type, Direction.Out)} "),
                Thing(relation.ToId),
            ]
            : [Thing(id)];

    private IEnumerable<Part> Along(Value.Path path)
    {
        yield return Thing(path.Steps[0]);
        for (var i = 1; i + 1 < path.Steps.Length; i += 2)
        {
            var relation = reading.FindRelationAnyTime(path.Steps[i]);
            var direction = relation is null || relation.FromId == path.Steps[i - 1] ? Direction.Out : Direction.In;
            yield return new Part.Plain($" {(relation is null ? "to" : visit.Words.RelationInside(relation.Type, direction))} ");
            yield return Thing(path.Steps[i + 1]);
        }
    }

    private Part Thing(Id id) =>
        Find(id) is { } entity ? NewsTelling.Thing(visit, entity)
        : reading.FindRelationAnyTime(id) is { } relation ? new Part.Thing(Titles.Of(relation), null)
        : new Part.Plain("something new");

    private static string Joined(string name) =>
        name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
