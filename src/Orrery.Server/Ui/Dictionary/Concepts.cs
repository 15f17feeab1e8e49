using System.Collections.Frozen;
using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Everything of a model that can be called something, in the model's own words, and the ideas that somebody wrote down beside it.</summary>
internal sealed class Concepts
{
    private readonly FrozenDictionary<Id, Concept> _byId;

    private Concepts(ImmutableArray<Concept> all)
    {
        All = all;
        _byId = all.ToFrozenDictionary(concept => concept.Id);
    }

    /// <summary>Kinds, relations, categories, fields, views, choices, then ideas; each by title.</summary>
    public ImmutableArray<Concept> All { get; }

    public Concept? Find(Id id) => _byId.GetValueOrDefault(id);

    public static Concepts Of(Reading reading) =>
        new([
            .. Sort(reading, MetaKinds.Kind, "kind"),
            .. Sort(reading, MetaKinds.RelationType, "relation"),
            .. Sort(reading, MetaKinds.Category, "category"),
            .. Sort(reading, MetaKinds.Field, "field"),
            .. Sort(reading, MetaKinds.View, "view"),
            .. Sort(reading, MetaKinds.Enumeration, "choice"),
            .. Sort(reading, "concept", "idea"),
        ]);

    private static IEnumerable<Concept> Sort(Reading reading, string metaKind, string sort) =>
        reading
            .WithLabel(metaKind)
            .Where(entity => entity.Ref is not null && entity["abstract"] is not Value.Bool { Flag: true })
            .Select(entity => new Concept(
                entity.Id,
                entity.Ref!.ToString(),
                sort,
                TitleOf(entity),
                entity["description"].AsText ?? entity["definition"].AsText
            ))
            .OrderBy(concept => concept.Title, StringComparer.OrdinalIgnoreCase);

    // "Status" says little without whose.
    private static string TitleOf(Entity entity) =>
        entity.Ref is { Kind: MetaKinds.Field, Key: var key } && key.Split('.') is [var owner, ..]
            ? $"{entity.Title} ({Words.Plain(owner)})"
            : entity.Title;
}
