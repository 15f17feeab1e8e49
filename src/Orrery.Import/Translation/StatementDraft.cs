using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>Collects what a file states: entities spoken of twice become one, and what came first stands.</summary>
internal sealed class StatementDraft(LossSink losses)
{
    private readonly Dictionary<string, EntityDraft> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string From, string To, string Qualifier), StatedRelation> _relations = [];

    public bool States(string foreignId) => _entities.ContainsKey(foreignId);

    public void Entity(string foreignId, string kind, int line, string path)
    {
        if (!_entities.TryGetValue(foreignId, out var known))
            _entities.Add(foreignId, new(kind));
        else if (known.Kind != kind)
            losses.Add(LossKind.Doubled, line, foreignId, path, kind, $"it is a {known.Kind} already");
    }

    public void Field(string foreignId, FieldReader.Found found)
    {
        var fields = _entities[foreignId].Fields;
        if (fields.TryAdd(found.Field, found.Value) || fields[found.Field] == found.Value)
            return;
        var stands = $"'{Short(fields[found.Field])}' came first and stands";
        losses.Add(LossKind.Doubled, found.Line, foreignId, found.Spot.ToString(), Short(found.Value), stands);
    }

    /// <summary>Keeps a text that could not be read, in a list of such.</summary>
    public void Text(string foreignId, string field, string text)
    {
        var fields = _entities[foreignId].Fields;
        var kept = fields.TryGetValue(field, out var was) && was is Value.List list ? list.Items : [];
        fields[field] = new Value.List([.. kept, Value.Of(text)]);
    }

    public void Relation(StatedRelation relation, int line, string path)
    {
        var (type, from, to) = (relation.Type, relation.From, relation.To);
        if (from == to)
            losses.Add(LossKind.Rejected, line, from, path, to, "it points at itself");
        else if (!_relations.TryAdd((type, from, to, relation.Qualifier), relation))
            losses.Add(LossKind.Doubled, line, from, path, to, $"'{type}' is said twice");
    }

    public ImmutableArray<StatedEntity> Entities() =>
        [
            .. _entities
                .OrderBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => new StatedEntity(e.Key, e.Value.Kind, ForeignKeys.Of(e.Key), e.Value.Fields.ToImmutable())),
        ];

    public ImmutableArray<StatedRelation> Relations() =>
        [
            .. _relations
                .Values.OrderBy(r => r.Type, StringComparer.Ordinal)
                .ThenBy(r => r.From, StringComparer.Ordinal)
                .ThenBy(r => r.To, StringComparer.Ordinal)
                .ThenBy(r => r.Qualifier, StringComparer.Ordinal),
        ];

    private static string Short(Value value) => Loss.Cut(value.AsText ?? value.ToString());

    private sealed class EntityDraft(string kind)
    {
        public string Kind => kind;

        public ImmutableSortedDictionary<string, Value>.Builder Fields { get; } = Properties.None.ToBuilder();
    }
}
