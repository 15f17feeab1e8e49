using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What can be done to the chosen things: their fields, the ways they may be related, the relations they have.</summary>
/// <param name="Kinds">The kinds among them.</param>
/// <param name="Fields">Fields that any of them has.</param>
/// <param name="Ways">Ways in which any of them may be related.</param>
/// <param name="Ties">Relations that they have in common with one other thing, the most frequent first.</param>
public sealed record ManyChoices(
    ImmutableArray<string> Kinds,
    ImmutableArray<FieldDefinition> Fields,
    ImmutableArray<RelationChoice> Ways,
    ImmutableArray<(string Value, string Title)> Ties
)
{
    private const int MostLookedAt = 2_000;
    private const int MostTies = 200;

    public static ManyChoices Of(Visit visit, ImmutableArray<Id> things, ManyAct act)
    {
        ImmutableArray<Entity> entities = [.. things.Take(MostLookedAt).Select(visit.Reading.FindAnyTime).OfType<Entity>()];
        ImmutableArray<string> kinds = [.. entities.Select(entity => entity.Kind).Distinct(StringComparer.Ordinal)];
        return new(
            kinds,
            act == ManyAct.Field ? FieldsOf(visit, kinds) : [],
            act == ManyAct.Relate ? WaysOf(visit, kinds) : [],
            act == ManyAct.Part ? TiesOf(visit, entities) : []
        );
    }

    private static ImmutableArray<FieldDefinition> FieldsOf(Visit visit, ImmutableArray<string> kinds) =>
        [
            .. kinds
                .Select(visit.Reading.Model.FindKind)
                .OfType<Kind>()
                .SelectMany(kind => kind.Fields.Values)
                .Where(field =>
                    field.Kind != FieldKind.Series
                    && field.Symbol is not ("title" or "confirmed-at" or "confirmed-by" or "assertion")
                )
                .DistinctBy(field => field.Symbol)
                .OrderBy(field => field.Title, StringComparer.OrdinalIgnoreCase),
        ];

    private static ImmutableArray<RelationChoice> WaysOf(Visit visit, ImmutableArray<string> kinds) =>
        [
            .. kinds
                .SelectMany(kind => RelationChoices.For(visit.Reading.Model, kind))
                .DistinctBy(choice => choice.Key)
                .OrderBy(choice => visit.Words.Relation(choice.Type.Symbol, choice.Direction), StringComparer.OrdinalIgnoreCase),
        ];

    private static ImmutableArray<(string, string)> TiesOf(Visit visit, ImmutableArray<Entity> entities) =>
        [
            .. (
                from entity in entities
                from direction in (Direction[])[Direction.Out, Direction.In]
                from relation in entity.Relations(direction)
                let other = direction == Direction.Out ? relation.To : relation.From
                where other is not null
                group other by (relation.Type, direction, other.Id) into tie
                orderby tie.Count() descending
                let words = visit.Words.Relation(tie.Key.Type, tie.Key.direction)
                let count = tie.Count().ToString("#,0", CultureInfo.InvariantCulture)
                select (
                    ManyChange.TieOf(RelationChoice.KeyOf(tie.Key.direction, tie.Key.Type), tie.Key.Id),
                    $"{words} {Titles.Of(tie.First())} ({count})"
                )
            ).Take(MostTies),
        ];
}
