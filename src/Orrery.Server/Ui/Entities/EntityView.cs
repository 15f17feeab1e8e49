using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What the page of an entity shows.</summary>
public sealed record EntityView(
    Visit Visit,
    Entity Entity,
    string Title,
    string? Text,
    ImmutableArray<Side> Sides,
    ImmutableArray<FieldRow> Fields,
    LastLook? Look,
    Freshness Fresh
)
{
    private const int MostOwners = 3;

    /// <summary>Fields that the head of the page already tells.</summary>
    private static readonly string[] InTheHead = ["title", "summary", "confirmed-at", "confirmed-by", "assertion"];

    public Subject Subject { get; } = Subject.Of(Visit, Entity);

    public string Category => Visit.Reading.Model.CategoryOf(Entity.Kind);

    /// <summary>Who owns it, by title; the head says the first few.</summary>
    public ImmutableArray<Entity> Owners { get; } =
    [
        .. Entity
            .Relations(Direction.In, "owns")
            .Select(relation => relation.From)
            .OfType<Entity>()
            .OrderBy(owner => owner.Title, StringComparer.OrdinalIgnoreCase)
            .Take(MostOwners),
    ];

    /// <summary>Whether it can be changed from here: the past is only looked at.</summary>
    public bool CanAct => Visit.IsNow;

    public bool IsConfirmable => CanAct && Entity.Exists && Allows("confirmed-at");

    public static EntityView Of(Visit visit, Entity entity)
    {
        var trust = new Trust(visit.Reading);
        var look = trust.LookAt(entity);
        return new(
            visit,
            entity,
            Titles.Of(entity),
            entity["summary"].AsText ?? entity["statement"].AsText,
            Server.Sides.Of(visit, entity),
            FieldsOf(visit, entity),
            look,
            trust.BandOf(entity, look)
        );
    }

    /// <summary>Only what the head of a page needs.</summary>
    public static EntityView HeadOf(Visit visit, Entity entity)
    {
        var trust = new Trust(visit.Reading);
        var look = trust.LookAt(entity);
        return new(visit, entity, Titles.Of(entity), null, [], [], look, trust.BandOf(entity, look));
    }

    private bool Allows(string field) =>
        !Visit.Reading.Model.Settings.IsEnforced || Visit.Words.Definition(Entity.Kind, field) is not null;

    // In the order of a form: what is its own first.
    private static ImmutableArray<FieldRow> FieldsOf(Visit visit, Entity entity)
    {
        var placed = visit.Reading.Model.FindKind(entity.Kind) is { } kind
            ? FormGroups.Order(visit, kind).Index().ToDictionary(field => field.Item.Symbol, field => field.Index)
            : [];
        return
        [
            .. entity
                .Values.Where(said => !InTheHead.Contains(said.Field) && !IsTheText(entity, said.Field))
                .Select(said => new FieldRow(
                    said.Field,
                    visit.Words.Field(entity.Kind, said.Field),
                    visit.Words.Definition(entity.Kind, said.Field),
                    said.Value,
                    entity.Fact(said.Field)
                ))
                .Concat(SeriesOf(visit, entity))
                .OrderBy(row => placed.GetValueOrDefault(row.Symbol, int.MaxValue))
                .ThenBy(row => row.Symbol, StringComparer.Ordinal),
        ];
    }

    private static bool IsTheText(Entity entity, string field) => field == "statement" && entity["summary"].AsText is null;

    private static IEnumerable<FieldRow> SeriesOf(Visit visit, Entity entity) =>
        visit.Reading.Model.FindKind(entity.Kind)?.Fields.Values is { } fields
            ? fields
                .Where(field => field.Kind == FieldKind.Series)
                .Select(field => new FieldRow(field.Symbol, field.Title, field, Value.Nothing, null)
                {
                    Points = entity.Series(field.Symbol),
                    Unit = field.Unit ?? entity["unit"].AsText,
                })
                .Where(row => !row.Points.IsEmpty || (visit.IsNow && entity.Exists))
            : [];
}

/// <summary>A field in the list of an entity or a relation; a series has points instead of a value.</summary>
public sealed record FieldRow(string Symbol, string Title, FieldDefinition? Definition, Value Value, FieldFact? Fact)
{
    public ImmutableArray<Observation> Points { get; init; } = [];

    public string? Unit { get; init; }

    public bool IsSeries => Definition is { Kind: FieldKind.Series };
}
