using System.Collections.Frozen;
using NodaTime;

namespace Orrery.Graph;

/// <summary>What a workspace says about itself: its kinds, fields, relation types and settings, read from the entities that define them.</summary>
public sealed class Model
{
    private readonly FrozenDictionary<string, string[]> _descendants;

    internal Model(WorkspaceSettings settings, IEnumerable<Kind> kinds, IEnumerable<RelationType> relationTypes)
    {
        Settings = settings;
        Kinds = kinds.ToFrozenDictionary(kind => kind.Symbol);
        RelationTypes = relationTypes.ToFrozenDictionary(type => type.Symbol);
        HasPersonalFields = Kinds
            .Values.Select(kind => kind.Fields)
            .Concat(RelationTypes.Values.Select(type => type.Fields))
            .Any(fields => fields.Values.Any(field => field.IsPersonal));
        _descendants = Kinds
            .Values.SelectMany(kind => kind.Ancestors.Append(kind.Symbol).Select(above => (above, kind.Symbol)))
            .GroupBy(pair => pair.above, pair => pair.Symbol)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>Whether some kind or relation type has a field that is kept under its subject's key.</summary>
    public bool HasPersonalFields { get; }

    /// <summary>The workspace's own settings.</summary>
    public WorkspaceSettings Settings { get; }

    /// <summary>Kinds by symbol.</summary>
    public FrozenDictionary<string, Kind> Kinds { get; }

    /// <summary>Relation types by symbol.</summary>
    public FrozenDictionary<string, RelationType> RelationTypes { get; }

    /// <summary>The model in force at a snapshot.</summary>
    public static Model Of(GraphSnapshot snapshot) => ModelReading.Of(snapshot);

    /// <summary>The kind of that symbol, or null.</summary>
    public Kind? FindKind(string symbol) => Kinds.GetValueOrDefault(symbol);

    /// <summary>The relation type of that symbol, or null.</summary>
    public RelationType? FindRelationType(string symbol) => RelationTypes.GetValueOrDefault(symbol);

    /// <summary>A kind and all kinds below it, by symbol; just the symbol itself when no kind is called so.</summary>
    public IReadOnlyList<string> WithDescendants(string kind) => _descendants.GetValueOrDefault(kind) ?? [kind];

    /// <summary>The category of a kind; empty when the kind or its category is unknown.</summary>
    public string CategoryOf(string kind) => FindKind(kind)?.Category ?? "";
}

/// <summary>A workspace's settings: the fields of <c>workspace:this</c>.</summary>
/// <param name="Title">The company's name, or null.</param>
/// <param name="IsEnforced">One kind an entity, typed fields, known relation types; else anything goes.</param>
/// <param name="TimeZone">IANA name; UTC when unset.</param>
/// <param name="Now">A demo's own "now", or null for the clock.</param>
public sealed record WorkspaceSettings(string? Title, bool IsEnforced, string TimeZone, Instant? Now);
