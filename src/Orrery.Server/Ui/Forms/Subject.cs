using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What a form is about: an entity or a relation. Both have fields and a time of their own.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Kind">Its kind; for a relation what the model calls every relation.</param>
/// <param name="Here">The list it is found in.</param>
/// <param name="Page">The address of its page, without a moment.</param>
/// <param name="Fields">What can be said about it.</param>
/// <param name="Lives">When it holds: stretches in order.</param>
public sealed record Subject(
    Visit Visit,
    Id Id,
    string Title,
    string Kind,
    string Here,
    string Page,
    ImmutableArray<FieldDefinition> Fields,
    ImmutableArray<Validity> Lives
)
{
    /// <summary>What a model calls relations, where something may point at one (docs/packs.md).</summary>
    public const string RelationAsKind = "relation";

    public bool IsRelation => Kind == RelationAsKind;

    /// <summary>What drives what, where it is a relation of which that is said; else null.</summary>
    public (string From, string To)? Causal { get; init; }

    /// <summary>The stretch that forms speak of: the one at the moment looked at, or else the last.</summary>
    public Validity Life =>
        Lives.FirstOrDefault(life => life.Contains(Visit.Reading.Valid), Lives is [.., var last] ? last : default);

    public static Subject Of(Visit visit, Entity entity) =>
        new(
            visit,
            entity.Id,
            Titles.Of(entity),
            entity.Kind,
            visit.Words.Kinds(entity.Kind),
            visit.Links.Page(entity),
            [.. visit.Reading.Model.FindKind(entity.Kind)?.Fields.Values ?? []],
            entity.Lives
        );

    public static Subject Of(Visit visit, Relation relation) =>
        new(
            visit,
            relation.Id,
            Titles.Sentence(visit, relation),
            RelationAsKind,
            relation.From is { } from ? visit.Words.Kinds(from.Kind) : "",
            visit.Links.Page(relation),
            [.. visit.Words.DefinitionsOfRelation(relation.Type)],
            relation.Lives
        )
        {
            Causal = OppositeLinks.IsCausal(visit.Reading, relation.Type) ? Titles.EndsOf(relation) : null,
        };

    /// <summary>Bound from the address by the forms of entities and of relations alike.</summary>
    /// <exception cref="FaultException">There is no such thing.</exception>
    public static async ValueTask<Subject?> BindAsync(HttpContext http)
    {
        var visit = (await Visit.BindAsync(http))!;
        return http.Request.RouteValues["relation"] is string relation
            ? Of(visit, visit.Relation(relation))
            : Of(visit, visit.Entity(http.Request.RouteValues["entity"] as string ?? ""));
    }

    /// <summary>A form or an action of it; it always speaks of now.</summary>
    public string Act(string action) => $"{Page}/{action}";

    public string Edit(string field) => $"{Act("edit")}?field={Uri.EscapeDataString(field)}";

    /// <summary>What a field of it says at a reading, whether or not it holds then.</summary>
    public Value In(Reading reading, string field) => reading.ValueOf(Id, field);
}
