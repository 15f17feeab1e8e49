using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What one thing is called, also when it is gone or still to come.</summary>
public static class Titles
{
    public static string Of(Entity entity) =>
        entity["title"].AsText is { Length: > 0 } title ? title
        : entity.Timeline("title") is [.., var last] && last.Value.AsText is { Length: > 0 } was ? was
        : entity.Title;

    /// <summary>A relation as a thing: its two ends with an arrow.</summary>
    public static string Of(Relation relation) =>
        $"{End(relation.From, relation.FromRelation)} → {End(relation.To, relation.ToRelation)}";

    /// <summary>What its two ends are called.</summary>
    public static (string From, string To) EndsOf(Relation relation) =>
        (End(relation.From, relation.FromRelation), End(relation.To, relation.ToRelation));

    /// <summary>A relation as people would say it.</summary>
    public static string Sentence(Visit visit, Relation relation) =>
        $"{End(relation.From, relation.FromRelation)} {visit.Words.RelationInside(relation.Type, Direction.Out)} {End(relation.To, relation.ToRelation)}";

    private static string End(Entity? entity, Relation? relation) =>
        entity is not null ? Of(entity)
        : relation is not null ? $"({Of(relation)})"
        : "?";
}
