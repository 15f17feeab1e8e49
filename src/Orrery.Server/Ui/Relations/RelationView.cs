using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What the page of a relation shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Relation">The relation.</param>
/// <param name="Subject">The same, as forms see it.</param>
/// <param name="Fields">What is said of it, but for what the head of the page tells.</param>
/// <param name="Above">What points at it, or what it points at.</param>
public sealed record RelationView(
    Visit Visit,
    Relation Relation,
    Subject Subject,
    ImmutableArray<FieldRow> Fields,
    ImmutableArray<Neighbour> Above
)
{
    private static readonly string[] InTheHead = ["rationale", "confirmed-at", "confirmed-by"];

    /// <summary>Whether it can be changed from here: the past is only looked at.</summary>
    public bool CanAct => Visit.IsNow;

    /// <summary>Whether it holds by itself; one of its ends may still not be there.</summary>
    public bool Holds => Relation.Lives.Any(life => life.Contains(Visit.Reading.Valid));

    public static RelationView Of(Visit visit, Relation relation) =>
        new(visit, relation, Subject.Of(visit, relation), FieldsOf(visit, relation), AboveOf(visit, relation));

    private static ImmutableArray<FieldRow> FieldsOf(Visit visit, Relation relation) =>
        [
            .. relation
                .Fields.Where(said => !InTheHead.Contains(said.Key))
                .Select(said => new FieldRow(
                    said.Key,
                    visit.Words.FieldOfRelation(relation.Type, said.Key),
                    visit.Words.DefinitionOfRelation(relation.Type, said.Key),
                    said.Value,
                    relation.Fact(said.Key)
                ))
                .OrderBy(row => row.Definition?.Order ?? 1_000),
        ];

    private static ImmutableArray<Neighbour> AboveOf(Visit visit, Relation relation) =>
        [
            .. ((Direction[])[Direction.In, Direction.Out]).SelectMany(direction =>
                relation.Relations(direction).Select(above => TellAbove(visit, above, direction))
            ),
        ];

    private static Neighbour TellAbove(Visit visit, Relation above, Direction direction)
    {
        var there = direction == Direction.Out ? above.To : above.From;
        var link = direction == Direction.Out ? above.ToRelation : above.FromRelation;
        var title = there is not null ? Titles.Of(there) : Titles.Of(link!);
        return new(visit.Words.Relation(above.Type, direction), above, there, title, null);
    }
}
