using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace Orrery.Graph;

/// <summary>What a workspace says about itself: its kinds, fields, relation types and settings, read from the entities that define them.</summary>
public sealed class Model
{
    private readonly FrozenDictionary<string, string[]> _descendants;

    private readonly ModelWords _words;
    private readonly FrozenDictionary<Id, Signifier>? _spoken;

    internal Model(
        WorkspaceSettings settings,
        IEnumerable<Kind> kinds,
        IEnumerable<RelationType> relationTypes,
        ModelWords words,
        FrozenDictionary<Id, Signifier>? spoken = null
    )
    {
        Settings = settings;
        (_words, _spoken) = (words, spoken);
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

    /// <summary>The communities that have words of their own.</summary>
    public ImmutableArray<Community> Communities => _words.Communities;

    /// <summary>All words of all communities.</summary>
    public ImmutableArray<Signifier> Signifiers => _words.Signifiers;

    /// <summary>All words, if somebody asked for one already.</summary>
    internal WordList? WordsIfKnown => _words.Known;

    /// <summary>What all communities call something, words that nobody is shown any more too.</summary>
    /// <param name="of">The id of a kind, a field, a relation type, a category or a view.</param>
    public IEnumerable<Signifier> WordsFor(Id of) => _words.For(of);

    /// <summary>What this model's community calls something; null where it has no word of its own, or the model is in nobody's words.</summary>
    /// <param name="of">The id of a kind, a field, a relation type, a category or a view.</param>
    public Signifier? WordFor(Id of) => _spoken?.GetValueOrDefault(of);

    /// <summary>The same model with everything called as a community calls it; what it has no word for keeps its title.</summary>
    /// <param name="community">Its key; null or one without words gives the model itself.</param>
    /// <remarks>Cost: made once a community and model, then kept.</remarks>
    public Model InWordsOf(string? community) =>
        community is null || _words.Of(community) is not { Count: > 0 } spoken
            ? this
            : _words.InWordsOf(
                community,
                () =>
                    new(
                        Settings,
                        Kinds.Values.Select(kind => Wording.Of(kind, spoken)),
                        RelationTypes.Values.Select(type => Wording.Of(type, spoken)),
                        _words,
                        spoken
                    )
            );

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
public sealed record WorkspaceSettings(string? Title, bool IsEnforced, string TimeZone, Instant? Now)
{
    /// <summary>Where its days begin: UTC where it names no zone that is known.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) ?? DateTimeZone.Utc;

    /// <summary>The community in whose words somebody reads who chose none; null for the model's own.</summary>
    public string? DefaultCommunity => Chosen.GetValueOrDefault("default-community")?.AsText;

    /// <summary>All of its fields, by symbol: other rooms find the numbers they go by here.</summary>
    public ImmutableSortedDictionary<string, Value> Chosen { get; init; } = Properties.None;
}
