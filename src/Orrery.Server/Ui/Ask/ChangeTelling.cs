using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Tells in sentences what commands would do.</summary>
/// <param name="visit">Who reads.</param>
/// <param name="reading">What they were made up against.</param>
/// <param name="commands">In order; later ones may speak of what earlier ones create.</param>
internal sealed class ChangeTelling(Visit visit, Reading reading, ImmutableArray<GraphCommand> commands)
{
    private readonly Dictionary<Id, GraphCommand.CreateEntity> _new = commands
        .OfType<GraphCommand.CreateEntity>()
        .ToDictionary(command => command.Subject);

    public IEnumerable<Sentence> Tell() => commands.Select(Tell);

    private Sentence Tell(GraphCommand command) =>
        command switch
        {
            GraphCommand.CreateEntity c => Say(
                c.Subject,
                [Word($"add the {KindOf(c.Labels)} "), Thing(c.Subject), .. With(c.Fields.Remove("title"), FieldOf(c.Labels))]
            ),
            GraphCommand.Relate c => Say(
                c.From,
                [
                    Word("note: "),
                    Thing(c.From),
                    Word($" {visit.Words.RelationInside(c.Type, Direction.Out)} "),
                    Thing(c.To),
                    .. With(
                        c.Fields,
                        field => (visit.Words.FieldOfRelation(c.Type, field), visit.Words.DefinitionOfRelation(c.Type, field))
                    ),
                ]
            ),
            GraphCommand.SetField c => Say(c.Subject, [Word("change "), .. Subject(c.Subject), Word(": "), .. Field(c)]),
            GraphCommand.SetLabels c => Say(c.Subject, [Word("make "), Thing(c.Subject), Word($" a {KindOf(c.Labels)}")]),
            GraphCommand.Retire c => Say(c.Subject, [Word("end "), .. Subject(c.Subject)]),
            _ => throw new System.Diagnostics.UnreachableException($"No question proposes {command.GetType().Name}."),
        };

    private Sentence Say(Id subject, ImmutableArray<Part> parts) => new(CategoryOf(subject), parts);

    private IEnumerable<Part> Field(GraphCommand.SetField set)
    {
        var (title, field) = _new.TryGetValue(set.Subject, out var made)
            ? FieldOf(made.Labels)(set.Field)
            : NewsTelling.FieldOf(visit, reading, set.Subject, set.Field);
        return NewsTelling.Field(visit, title, field, reading.ValueOf(set.Subject, set.Field), set.Value);
    }

    private IEnumerable<Part> With(
        ImmutableSortedDictionary<string, Value> fields,
        Func<string, (string Title, FieldDefinition? Field)> known
    ) =>
        fields.SelectMany(
            (pair, index) =>
                new Part[]
                {
                    Word($"{(index == 0 ? ", " : "; ")}{visit.Words.Inside(known(pair.Key).Field, pair.Key)} "),
                    new Part.Is(visit.Values.Of(pair.Value, known(pair.Key).Field)),
                }
        );

    private Func<string, (string Title, FieldDefinition? Field)> FieldOf(ImmutableArray<string> labels)
    {
        var kind = labels.FirstOrDefault("");
        return field => (visit.Words.Field(kind, field), visit.Words.Definition(kind, field));
    }

    private IEnumerable<Part> Subject(Id subject) =>
        reading.FindRelationAnyTime(subject) is { } relation
            ?
            [
                Word("that "),
                Thing(relation.FromId),
                Word($" {visit.Words.RelationInside(relation.Type, Direction.Out)} "),
                Thing(relation.ToId),
            ]
            : [Thing(subject)];

    private Part.Thing Thing(Id id) =>
        _new.TryGetValue(id, out var made) ? new(made.Fields.GetValueOrDefault("title")?.AsText ?? "without a title", null)
        : reading.FindAnyTime(id) is { } entity ? NewsTelling.Thing(visit, entity)
        : reading.FindRelationAnyTime(id) is { } relation ? new(Titles.Of(relation), null)
        : new("a new relation", null);

    private string KindOf(ImmutableArray<string> labels) =>
        labels is [] ? "thing" : string.Join(" and ", labels.Select(visit.Words.KindInside));

    private string CategoryOf(Id subject)
    {
        var kind =
            _new.TryGetValue(subject, out var made) ? made.Labels.FirstOrDefault("")
            : reading.FindAnyTime(subject) is { } entity ? entity.Kind
            : reading.FindRelationAnyTime(subject) is { } relation && reading.FindAnyTime(relation.FromId) is { } start
                ? start.Kind
            : "";
        return reading.Model.CategoryOf(kind);
    }

    private static Part.Plain Word(string text) => new(text);
}
