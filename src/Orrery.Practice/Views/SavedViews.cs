using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The views that a workspace keeps.</summary>
public static class SavedViews
{
    /// <summary>All of them, by title.</summary>
    /// <remarks>Cost: linear in the views.</remarks>
    public static ImmutableArray<SavedView> Of(Reading reading) =>
        [
            .. reading
                .WithLabel(MetaKinds.View)
                .Select(View)
                .OfType<SavedView>()
                .OrderBy(view => view.Definition.Title, StringComparer.OrdinalIgnoreCase)
                .ThenBy(view => view.Key, StringComparer.Ordinal),
        ];

    /// <summary>The view of that key, or null.</summary>
    public static SavedView? Find(Reading reading, string key) =>
        reading.FindAnyTime(EntityRef.Of(MetaKinds.View, key)) is { } entity ? View(entity) : null;

    /// <summary>What makes a view known.</summary>
    /// <param name="id">Its id, new.</param>
    /// <param name="key">The key of its ref, not yet taken.</param>
    /// <param name="definition">What it shows.</param>
    /// <param name="owner">Who makes it.</param>
    public static GraphCommand Create(Id id, string key, ViewDefinition definition, string owner) =>
        new GraphCommand.CreateEntity(
            id,
            [MetaKinds.View],
            key,
            Without(Fields(definition).Append(("owner", Value.Of(owner)))),
            Validity.Always
        );

    /// <summary>What makes a view show something else: only what differs.</summary>
    public static IEnumerable<GraphCommand> Change(SavedView view, ViewDefinition definition) =>
        Fields(definition)
            .Zip(Fields(view.Definition))
            .Where(pair => !pair.First.Value.Equals(pair.Second.Value))
            .Select(pair => new GraphCommand.SetField(view.Id, pair.First.Name, pair.First.Value, Validity.Always));

    /// <summary>The fields of a view's entity.</summary>
    internal static (string Name, Value Value)[] Fields(ViewDefinition definition) =>
        [
            ("title", Value.Of(definition.Title)),
            ("query", Value.Of(definition.Query)),
            ("shape", Value.Of(ViewShapes.NameOf(definition.Shape))),
            ("settings", Texts(definition.Settings)),
            ("parameters", Texts(definition.Parameters)),
            ("task", Text(definition.Task)),
            ("audience", Text(definition.Audience)),
            ("about", Text(definition.About)),
            ("pinned", definition.IsPinned ? Value.Of(true) : Value.Nothing),
        ];

    private static SavedView? View(Entity entity) =>
        entity["query"].AsText is { } query && entity.Ref is { Key: var key }
            ? new(
                entity.Id,
                key,
                new(
                    entity.Title,
                    query,
                    ViewShapes.Find(entity["shape"].AsText) ?? ViewShape.Table,
                    Texts(entity["settings"]),
                    Texts(entity["parameters"]),
                    entity["task"].AsText,
                    entity["audience"].AsText,
                    entity["about"].AsText,
                    entity["pinned"] is Value.Bool { Flag: true }
                ),
                entity["owner"].AsText,
                entity["pack"].AsText
            )
            : null;

    private static ImmutableSortedDictionary<string, Value> Without(IEnumerable<(string Name, Value Value)> fields) =>
        Properties.Of([.. fields.Where(field => !field.Value.IsNothing)]);

    private static Value Text(string? text) => string.IsNullOrWhiteSpace(text) ? Value.Nothing : Value.Of(text.Trim());

    private static Value Texts(ImmutableSortedDictionary<string, string> texts) =>
        texts.IsEmpty ? Value.Nothing : new Value.Map(Properties.Of([.. texts.Select(pair => (pair.Key, Value.Of(pair.Value)))]));

    private static ImmutableSortedDictionary<string, string> Texts(Value value) =>
        value is Value.Map { Entries: var entries }
            ? entries
                .Where(entry => entry.Value.AsText is not null)
                .ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.AsText!, StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);
}
