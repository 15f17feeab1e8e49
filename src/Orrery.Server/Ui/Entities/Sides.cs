using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>One side of an entity: its neighbours of one category.</summary>
/// <param name="Category">Whose shape and hue.</param>
/// <param name="Title">What the category is called.</param>
/// <param name="About">What the side answers.</param>
/// <param name="Groups">By the words of the relation.</param>
/// <param name="Missing">What could stand here but does not; null when nothing could, or something does.</param>
public sealed record Side(string Category, string Title, string About, ImmutableArray<RelationGroup> Groups, string? Missing);

/// <summary>Neighbours that are joined by the same words.</summary>
public sealed record RelationGroup(string How, ImmutableArray<Neighbour> Neighbours);

/// <summary>One neighbour.</summary>
/// <param name="How">The words from here to there.</param>
/// <param name="Relation">The relation that joins them.</param>
/// <param name="Other">What is there, or null when it is a relation.</param>
/// <param name="Title">What that is called.</param>
/// <param name="On">When the neighbour points at a relation of ours: that relation, in words.</param>
public sealed record Neighbour(string How, Relation Relation, Entity? Other, string Title, string? On);

/// <summary>Sorts an entity's neighbours into its four sides and the practice that ties them.</summary>
public static class Sides
{
    private static readonly (string Category, string About)[] All =
    [
        ("context", "what it stands on"),
        ("intent", "why, and by what"),
        ("collaboration", "who, and how"),
        ("investment", "what we put in"),
        ("practice", "what tends it"),
    ];

    public static ImmutableArray<Side> Of(Visit visit, Entity entity)
    {
        var neighbours = NeighboursOf(visit, entity).ToLookup(neighbour => CategoryOf(visit, neighbour));
        return
        [
            .. All.Select(side =>
            {
                var groups = GroupsOf(neighbours[side.Category]);
                return new Side(
                    side.Category,
                    visit.Words.Category(side.Category),
                    side.About,
                    groups,
                    groups.IsEmpty ? MissingOn(visit, entity, side.Category) : null
                );
            }),
        ];
    }

    // Unknown categories are shown with the practice: nothing that is joined may be invisible.
    private static string CategoryOf(Visit visit, Neighbour neighbour)
    {
        var end = neighbour.Other ?? neighbour.Relation.ToRelation?.From ?? neighbour.Relation.FromRelation?.From;
        var category = end is null ? "" : visit.Reading.Model.CategoryOf(end.Kind);
        return category is "" || Array.TrueForAll(All, side => side.Category != category) ? "practice" : category;
    }

    private static IEnumerable<Neighbour> NeighboursOf(Visit visit, Entity entity)
    {
        foreach (var direction in (Direction[])[Direction.Out, Direction.In])
        {
            foreach (var relation in entity.Relations(direction))
            {
                var there = direction == Direction.Out ? relation.To : relation.From;
                var link = direction == Direction.Out ? relation.ToRelation : relation.FromRelation;
                yield return new(
                    visit.Words.Relation(relation.Type, direction),
                    relation,
                    there,
                    there is not null ? Titles.Of(there) : Titles.Of(link!),
                    null
                );
                foreach (var above in AboveOf(visit, relation, there))
                    yield return above;
            }
        }
    }

    // What points at this entity's relation belongs on its page too: "targeted by a bet, on the link to renewal".
    private static IEnumerable<Neighbour> AboveOf(Visit visit, Relation relation, Entity? there)
    {
        foreach (var direction in (Direction[])[Direction.In, Direction.Out])
        {
            foreach (var above in relation.Relations(direction))
            {
                if ((direction == Direction.In ? above.From : above.To) is { } other)
                    yield return new(
                        visit.Words.Relation(above.Type, direction == Direction.In ? Direction.In : Direction.Out),
                        above,
                        other,
                        Titles.Of(other),
                        there is null ? "on a link" : $"on the link with {Titles.Of(there)}"
                    );
            }
        }
    }

    private static ImmutableArray<RelationGroup> GroupsOf(IEnumerable<Neighbour> neighbours) =>
        [
            .. neighbours
                .GroupBy(neighbour => neighbour.How)
                .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
                .Select(group => new RelationGroup(
                    group.Key,
                    [.. group.OrderBy(neighbour => neighbour.Title, StringComparer.OrdinalIgnoreCase)]
                )),
        ];

    private static string? MissingOn(Visit visit, Entity entity, string category)
    {
        var kinds = RelationChoices
            .For(visit.Reading.Model, entity.Kind)
            .SelectMany(choice => choice.OtherKinds)
            .Distinct(StringComparer.Ordinal)
            .Where(kind => visit.Reading.Model.CategoryOf(kind) == category)
            .Select(kind => visit.Words.KindInside(kind))
            .Distinct(StringComparer.Ordinal)
            .Take(3)
            .ToArray();
        return kinds.Length == 0 ? null : $"No {string.Join(" or ", kinds)} yet.";
    }
}
