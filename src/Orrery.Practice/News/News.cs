using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What changed between two moments, a thing at a time, the most consequential first.</summary>
public static class News
{
    /// <summary>Fields that only say that somebody looked.</summary>
    private static readonly string[] Looking = ["confirmed-at", "confirmed-by"];

    /// <summary>All that differs; relations of what came or went are part of that and not told again.</summary>
    /// <param name="earlier">The earlier moment.</param>
    /// <param name="later">The later one, of the same branch.</param>
    /// <remarks>Linear in what was ever recorded, some tens of nanoseconds each.</remarks>
    public static ImmutableArray<NewsItem> Between(Reading earlier, Reading later)
    {
        var differences = Differing.Between(earlier, later);
        var came = differences.OfType<Difference.EntityCame>().Select(d => d.Subject).ToHashSet();
        var went = differences.OfType<Difference.EntityWent>().Select(d => d.Subject).ToHashSet();
        IEnumerable<NewsItem> news =
        [
            .. differences.OfType<Difference.EntityCame>().Where(d => IsData(d.Entity)).Select(d => Came(d.Entity)),
            .. differences.OfType<Difference.EntityWent>().Where(d => IsData(d.Entity)).Select(d => Went(d.Entity, later)),
            .. Moves(differences),
            .. Joins(differences.OfType<Difference.RelationCame>().Select(d => d.Relation), came, hasEnded: false),
            .. Joins(differences.OfType<Difference.RelationWent>().Select(d => d.Relation), went, hasEnded: true),
        ];
        return [.. news.OrderByDescending(item => item.Consequence).ThenByDescending(item => item.When)];
    }

    /// <summary>How many kinds, fields, relation types, words and other parts of the model differ: history tells them, the news do not.</summary>
    /// <remarks>As much work as <see cref="Between"/>.</remarks>
    public static int OfModel(Reading earlier, Reading later) =>
        Differing
            .Between(earlier, later)
            .Select(EntityIn)
            .OfType<Entity>()
            .Where(entity => !IsData(entity))
            .DistinctBy(entity => entity.Id)
            .Count();

    private static NewsItem.Came Came(Entity entity)
    {
        var (when, revision) = Begun(entity.Lives, entity.Reading, entity.Since);
        return new(entity)
        {
            Consequence = 40 * WeightOf(entity),
            When = when,
            Revision = revision,
        };
    }

    private static NewsItem.Went Went(Entity entity, Reading later)
    {
        var after = later.FindAnyTime(entity.Id) ?? entity;
        var ended = after.Lives.Where(life => life.To <= later.Valid).Select(life => life.To).DefaultIfEmpty(later.Valid).Max();
        return new(entity)
        {
            Consequence = 60 * WeightOf(entity),
            When = ended,
            Revision = after.LastTold?.Revision,
        };
    }

    private static IEnumerable<NewsItem> Moves(ImmutableArray<Difference> differences) =>
        differences
            .Where(d =>
                d is Difference.KindChanged || (d is Difference.FieldChanged { Field: var field } && !Looking.Contains(field))
            )
            .GroupBy(d => d.Subject)
            .Select(changes => (Entity: EntityOf(changes.First()), Changes: changes.ToImmutableArray()))
            .Where(move => IsData(move.Entity))
            .Select(move => Moved(move.Entity, move.Changes));

    private static NewsItem.Moved Moved(Entity entity, ImmutableArray<Difference> changes)
    {
        var fact = changes
            .OfType<Difference.FieldChanged>()
            .Select(change => entity.Fact(change.Field))
            .OfType<FieldFact>()
            .MaxBy(fact => fact.Revision);
        var (when, revision) = fact is null
            ? (entity.LastTold?.At ?? entity.Reading.Valid, entity.LastTold?.Revision)
            : Begun([fact.During], entity.Reading, fact.Revision);
        return new(entity, changes)
        {
            Consequence = changes.Max(change => HeftOf(entity, change)) * WeightOf(entity),
            When = when,
            Revision = revision,
        };
    }

    private static IEnumerable<NewsItem> Joins(IEnumerable<Relation> relations, HashSet<Id> told, bool hasEnded) =>
        relations
            .Where(relation => relation is { From: { } from, To: not null } && IsData(from))
            .Where(relation => !told.Contains(relation.FromId) && !told.Contains(relation.ToId))
            .GroupBy(relation => (relation.FromId, relation.Type))
            .Select(group =>
            {
                var first = group.First();
                var (when, revision) = hasEnded ? (first.Reading.Valid, null) : Begun(first.Lives, first.Reading, first.Since);
                return new NewsItem.Joined(first.From!, group.Key.Type, hasEnded, [.. group])
                {
                    Consequence = 12 * WeightOf(first.From!),
                    When = when,
                    Revision = revision,
                };
            });

    // Recorded when it happened: the day it was recorded. Told late or ahead of time: the day from which it holds.
    private static (Instant When, Revision? Revision) Begun(ImmutableArray<Validity> lives, Reading reading, Revision recorded)
    {
        var told = reading.Snapshot.CauseOf(recorded).Recorded;
        var from = lives.Where(life => life.Contains(reading.Valid)).Select(life => life.From).DefaultIfEmpty(told).First();
        return (from == Instant.MinValue ? told : from, recorded);
    }

    private static double HeftOf(Entity entity, Difference change) =>
        change switch
        {
            Difference.KindChanged => 30,
            Difference.FieldChanged { Field: "status" } => 45,
            Difference.FieldChanged { Field: var field }
                when entity.Reading.Model.FindKind(entity.Kind)?.Fields.GetValueOrDefault(field)?.Kind
                    is Graph.FieldKind.Money
                        or Graph.FieldKind.Date
                        or Graph.FieldKind.Period => 30,
            _ => 15,
        };

    // What much hangs on matters more; intent and money more than the rest.
    private static double WeightOf(Entity entity)
    {
        var category = entity.Reading.Model.CategoryOf(entity.Kind) switch
        {
            "intent" => 1.3,
            "investment" => 1.3,
            "practice" => 0.9,
            _ => 1.0,
        };
        var joined = entity.Relations(Direction.In).Count() + entity.Relations(Direction.Out).Count();
        return category * (1 + Math.Log2(1 + joined) / 4);
    }

    private static Entity EntityOf(Difference difference) =>
        EntityIn(difference) ?? throw new System.Diagnostics.UnreachableException("Only entities move.");

    private static Entity? EntityIn(Difference difference) =>
        difference switch
        {
            Difference.EntityCame d => d.Entity,
            Difference.EntityWent d => d.Entity,
            Difference.KindChanged d => d.Entity,
            Difference.FieldChanged d => d.Entity,
            _ => null,
        };

    private static bool IsData(Entity entity) => !entity.Labels.Any(MetaKinds.Describes);
}
