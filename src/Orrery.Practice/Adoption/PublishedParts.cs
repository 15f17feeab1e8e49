using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The parts of a model that belong to one pack, or to none, as that pack would define them.</summary>
/// <param name="reading">The workspace.</param>
/// <param name="pack">The pack, or null for what was made here.</param>
/// <param name="definition">The pack as it was installed, where that is known: what several packs define alike is each one's part.</param>
/// <param name="needs">What every installed pack needs, by its name.</param>
internal sealed class PublishedParts(
    Reading reading,
    string? pack,
    Pack? definition,
    ImmutableDictionary<string, ImmutableArray<string>> needs
)
{
    // Where parts of a pack that is written from a workspace stand.
    private static readonly Place Here = new("workspace", 1);

    private readonly ImmutableHashSet<string> _sees = Reach(pack is null ? needs.Keys : [pack], needs);
    private readonly ImmutableHashSet<string> _defines = definition is null ? [] : [.. RefsOf(definition)];

    public Pack ToPack() =>
        new(
            pack ?? "",
            "1.0.0",
            "",
            "What was added here to the packs.",
            default,
            pack is null ? [.. needs.Keys.Order(StringComparer.Ordinal)] : needs[pack],
            [.. Parts(MetaKinds.Category).Select(c => new CategoryDefinition(SymbolOf(c), c.Title, Description(c), Here))],
            [.. Parts(MetaKinds.Enumeration).Select(e => new EnumerationDefinition(SymbolOf(e), e.Title, OptionsOf(e), Here))],
            [.. Parts(MetaKinds.Kind).Select(KindOf)],
            [.. Parts(MetaKinds.RelationType).Select(RelationTypeOf)],
            [.. Extended().Select(ExtensionOf)],
            [.. Parts(MetaKinds.Lifecycle).Select(LifecycleReading.Of)],
            [
                .. SavedViews
                    .Of(reading)
                    .Where(v => IsOurs(reading.Find(v.Id)!))
                    .Select(v => new PackView(v.Key, v.Definition, Here)),
            ],
            [.. Vocabularies()],
            [],
            Here
        );

    private static ImmutableHashSet<string> Reach(
        IEnumerable<string> from,
        ImmutableDictionary<string, ImmutableArray<string>> needs
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(from);
        while (queue.TryDequeue(out var name))
        {
            if (!seen.Add(name))
                continue;
            foreach (var need in needs.GetValueOrDefault(name, []))
                queue.Enqueue(need);
        }

        return [.. seen];
    }

    private IEnumerable<Entity> Parts(string metaKind) => reading.WithLabel(metaKind).Where(IsOurs);

    private bool IsOurs(Entity part) => part["pack"].AsText == pack || (part.Ref is { } at && _defines.Contains(at.ToString()));

    private static IEnumerable<string> RefsOf(Pack pack) =>
        [
            .. pack.Categories.Select(c => $"{MetaKinds.Category}:{c.Symbol}"),
            .. pack.Enumerations.Select(e => $"{MetaKinds.Enumeration}:{e.Symbol}"),
            .. pack.Kinds.Select(k => $"{MetaKinds.Kind}:{k.Symbol}"),
            .. pack.RelationTypes.Select(t => $"{MetaKinds.RelationType}:{t.Symbol}"),
            .. pack.Lifecycles.Select(l => $"{MetaKinds.Lifecycle}:{l.Symbol}"),
            .. pack.Views.Select(v => $"{MetaKinds.View}:{v.Symbol}"),
        ];

    // What its owner's pack defines with it: else it is what another pack adds.
    private static bool IsWith(Entity owner, Entity field) =>
        field["pack"].IsNothing || (field["pack"].AsText == owner["pack"].AsText && !IsAdded(field));

    private static bool IsAdded(Entity field) => field["order"] is Value.Integer { Number: >= PackCommands.AfterItsOwn };

    // Only what this pack may speak of; what was made here speaks of all, and says itself where it may stand.
    private bool Sees(Entity kind) => kind["pack"].AsText is { } of ? _sees.Contains(of) : pack is null;

    private KindDefinition KindOf(Entity kind)
    {
        var above = Targets(kind, "is-a").ToImmutableArray();
        string? Own(string field) =>
            kind[field].IsNothing || above.Any(a => a[field] == kind[field]) ? null : ValueText.Of(kind[field]);
        return new(
            SymbolOf(kind),
            kind.Title,
            kind["plural"].AsText ?? kind.Title + "s",
            Description(kind),
            [.. above.Select(SymbolOf)],
            Own("category"),
            Own("lifecycle"),
            Own("temporality"),
            Own("grounding"),
            Days(Own("half-life")),
            IsSet(kind, "abstract"),
            FieldsOf(kind, field => IsWith(kind, field)),
            Here
        )
        {
            IsHidden = IsSet(kind, "hidden"),
            ReviewEveryInDays = Days(Own("review-every")),
            Facets = kind["facets"] is Value.List facets ? [.. facets.Items.Select(facet => facet.AsText).OfType<string>()] : [],
            Tier = kind["tier"].AsText is "extended" ? null : kind["tier"].AsText,
        };
    }

    private static int? Days(string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var days) && days > 0 ? days : null;

    private RelationTypeDefinition RelationTypeOf(Entity type) =>
        new(
            SymbolOf(type),
            type.Title,
            type["inverse"].AsText ?? type.Title,
            Description(type),
            [.. Targets(type, "from-kind").Where(Sees).Select(SymbolOf)],
            [.. Targets(type, "to-kind").Where(Sees).Select(SymbolOf)],
            (int?)(type["from-max"] as Value.Integer)?.Number,
            (int?)(type["to-max"] as Value.Integer)?.Number,
            IsSet(type, "acyclic"),
            IsSet(type, "symmetric"),
            IsSet(type, "causal"),
            IsSet(type, "structural"),
            FieldsOf(type, field => IsWith(type, field)),
            Here
        )
        {
            IsHidden = IsSet(type, "hidden"),
            TakesBets = IsSet(type, "takes-bets"),
        };

    // Kinds and relation types of other packs to which this one adds fields or ends.
    private IEnumerable<Entity> Extended() =>
        pack is null
            ? reading
                .WithLabel(MetaKinds.RelationType)
                .Where(owner => !IsOurs(owner) && (Ends(owner, "from-kind").Any() || Ends(owner, "to-kind").Any()))
            : reading
                .WithLabel(MetaKinds.Kind)
                .Concat(reading.WithLabel(MetaKinds.RelationType))
                .Where(owner => owner["pack"].AsText is { } of && _sees.Contains(of))
                .Where(owner =>
                    Targets(owner, "has-field").Any(field => IsAddition(owner, field))
                    || (!IsOurs(owner) && (Ends(owner, "from-kind").Any() || Ends(owner, "to-kind").Any()))
                );

    private PackExtension ExtensionOf(Entity owner) =>
        new(
            SymbolOf(owner),
            IsOurs(owner) ? [] : [.. Ends(owner, "from-kind").Select(SymbolOf)],
            IsOurs(owner) ? [] : [.. Ends(owner, "to-kind").Select(SymbolOf)],
            pack is null ? [] : FieldsOf(owner, field => IsAddition(owner, field)),
            Here
        );

    private bool IsAddition(Entity owner, Entity field) => IsOurs(field) && (IsAdded(field) || !IsOurs(owner));

    private IEnumerable<Entity> Ends(Entity type, string tie) => Targets(type, tie).Where(IsOurs);

    // The shared list it was made with, while both still offer the same.
    private string? EnumerationOf(Entity field) =>
        field["enumeration"].AsText is { } name
        && reading.Find(EntityRef.Of(MetaKinds.Enumeration, name)) is { } shared
        && (shared["options"], shared["option-titles"]) == (field["options"], field["option-titles"])
            ? name
            : null;

    private ImmutableArray<PackField> FieldsOf(Entity owner, Func<Entity, bool> isPart) =>
        [
            .. Targets(owner, "has-field")
                .Where(isPart)
                .OrderBy(f => (f["order"] as Value.Integer)?.Number ?? 1_000)
                .Select(f => new PackField(
                    SymbolOf(f),
                    f.Title,
                    FieldKinds.TryParse(f["field-kind"].AsText ?? "", out var kind) ? kind : FieldKind.Text,
                    f["unit"].AsText,
                    EnumerationOf(f) is null ? OptionsOf(f) : [],
                    EnumerationOf(f),
                    IsSet(f, "personal"),
                    f["required"].AsText ?? "never",
                    f["description"].AsText,
                    Here
                )
                {
                    IsHidden = IsSet(f, "hidden"),
                    Aid = FieldGuides.AidOf(f),
                    Range = FieldRanges.Of(f),
                }),
        ];

    private IEnumerable<PackVocabulary> Vocabularies() => new PublishedWords(reading, IsOurs).Vocabularies();

    private static ImmutableArray<FieldOption> OptionsOf(Entity entity) =>
        [.. Texts(entity["options"]).Zip(Texts(entity["option-titles"]), (symbol, title) => new FieldOption(symbol, title))];

    private static IEnumerable<Entity> Targets(Entity from, string type) =>
        from.Relations(Direction.Out, type).Select(tie => tie.To).OfType<Entity>();

    private static bool IsSet(Entity entity, string field) => entity[field] is Value.Bool { Flag: true };

    private static string Description(Entity entity) => entity["description"].AsText ?? "";

    private static string SymbolOf(Entity entity) => entity["symbol"].AsText ?? entity.Ref?.Key ?? entity.Id.ToString();

    private static ImmutableArray<string> Texts(Value value) =>
        value is Value.List list ? [.. list.Items.Select(i => i.AsText).OfType<string>()] : [];
}
