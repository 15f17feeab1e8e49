using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Writes what a workspace has made of its model as a pack.</summary>
public static class Publishing
{
    /// <summary>Where parts of a pack that is written from a workspace stand.</summary>
    internal static readonly Place Here = new("workspace", 1);

    /// <summary>An installed pack as it is here now, with everything that was changed of it.</summary>
    /// <param name="name">The pack.</param>
    /// <param name="newName">What to call it; else as it is.</param>
    /// <exception cref="FaultException">It is not installed.</exception>
    public static Pack Installed(Reading reading, string name, string? newName = null)
    {
        var installed = InstalledPack.Of(reading);
        var pack =
            installed.FirstOrDefault(p => p.Name == name)
            ?? throw new FaultException(AdoptionFaults.NotInstalled(name, installed.Select(p => p.Name)));
        var entity = reading.Find(EntityRef.Of(MetaKinds.Pack, name))!;
        return Pack(
            reading,
            new(newName ?? name, pack.Version, pack.Title, pack.Description, pack.Revisit ?? default, Texts(entity["needs"])),
            PublishedParts.Of(reading, name, pack.Definition),
            pack.Definition?.Examples ?? []
        );
    }

    /// <summary>What was made here and is of no pack, as a pack that needs all that are installed.</summary>
    /// <param name="name">What to call it.</param>
    public static Pack Own(Reading reading, string name) =>
        Pack(
            reading,
            new(
                name,
                "1.0.0",
                reading.Model.Settings.Title ?? name,
                "What was added here to the packs.",
                reading.Now.InUtc().Date.PlusYears(1),
                [.. InstalledPack.Of(reading).Select(p => p.Name)]
            ),
            PublishedParts.OfNoPack(reading),
            []
        );

    private static Pack Pack(Reading reading, PackHead head, PublishedParts parts, ImmutableArray<PackExample> examples) =>
        new(
            head.Name,
            head.Version,
            head.Title,
            head.Description,
            head.Revisit,
            head.Needs,
            [
                .. parts
                    .Of(MetaKinds.Category)
                    .Select(c => new CategoryDefinition(SymbolOf(c), c.Title, c["description"].AsText ?? "", Here)),
            ],
            [.. parts.Of(MetaKinds.Enumeration).Select(e => new EnumerationDefinition(SymbolOf(e), e.Title, OptionsOf(e), Here))],
            [.. parts.Of(MetaKinds.Kind).Select(kind => KindOf(kind, parts))],
            [.. parts.Of(MetaKinds.RelationType).Select(type => RelationTypeOf(type, parts))],
            [.. parts.Extended().Select(owner => ExtensionOf(owner, parts))],
            [.. parts.Of(MetaKinds.Lifecycle).Select(PublishedLifecycles.Of)],
            [
                .. SavedViews
                    .Of(reading)
                    .Where(v => parts.Has(reading.Find(v.Id)!))
                    .Select(v => new PackView(v.Key, v.Definition, Here)),
            ],
            PublishedWords.Of(parts),
            examples,
            Here
        );

    private static PackExtension ExtensionOf(Entity owner, PublishedParts parts) =>
        new(
            SymbolOf(owner),
            [.. Targets(owner, "from-kind").Where(parts.Has).Select(SymbolOf)],
            [.. Targets(owner, "to-kind").Where(parts.Has).Select(SymbolOf)],
            FieldsOf(owner, parts.Has),
            Here
        );

    private static KindDefinition KindOf(Entity kind, PublishedParts parts)
    {
        var above = Targets(kind, "is-a").ToImmutableArray();
        string? Own(string field) =>
            above.Any(a => a[field] == kind[field]) || kind[field].IsNothing ? null : ValueText.Of(kind[field]);
        return new(
            SymbolOf(kind),
            kind.Title,
            kind["plural"].AsText ?? kind.Title + "s",
            kind["description"].AsText ?? "",
            [.. above.Select(SymbolOf)],
            Own("category"),
            Own("lifecycle"),
            Own("temporality"),
            Own("grounding"),
            Own("half-life") is { } days ? int.Parse(days, System.Globalization.CultureInfo.InvariantCulture) : null,
            IsSet(kind, "abstract"),
            FieldsOf(kind, parts.MayHold),
            Here
        );
    }

    private static RelationTypeDefinition RelationTypeOf(Entity type, PublishedParts parts) =>
        new(
            SymbolOf(type),
            type.Title,
            type["inverse"].AsText ?? type.Title,
            type["description"].AsText ?? "",
            [.. Targets(type, "from-kind").Where(parts.MayName).Select(SymbolOf)],
            [.. Targets(type, "to-kind").Where(parts.MayName).Select(SymbolOf)],
            (int?)(type["from-max"] as Value.Integer)?.Number,
            (int?)(type["to-max"] as Value.Integer)?.Number,
            IsSet(type, "acyclic"),
            IsSet(type, "symmetric"),
            IsSet(type, "causal"),
            IsSet(type, "structural"),
            FieldsOf(type, parts.MayHold),
            Here
        );

    private static ImmutableArray<PackField> FieldsOf(Entity owner, Func<Entity, bool> belongs) =>
        [
            .. Targets(owner, "has-field")
                .Where(belongs)
                .OrderBy(f => (f["order"] as Value.Integer)?.Number ?? 1_000)
                .Select(f => new PackField(
                    SymbolOf(f),
                    f.Title,
                    FieldKinds.TryParse(f["field-kind"].AsText ?? "", out var kind) ? kind : FieldKind.Text,
                    f["unit"].AsText,
                    f["enumeration"].IsNothing ? OptionsOf(f) : [],
                    f["enumeration"].AsText,
                    IsSet(f, "personal"),
                    f["required"].AsText ?? "never",
                    f["description"].AsText,
                    Here
                )),
        ];

    private static ImmutableArray<FieldOption> OptionsOf(Entity entity) =>
        [.. Texts(entity["options"]).Zip(Texts(entity["option-titles"]), (symbol, title) => new FieldOption(symbol, title))];

    private static IEnumerable<Entity> Targets(Entity from, string type) =>
        from.Relations(Direction.Out, type).Select(tie => tie.To).OfType<Entity>();

    private static bool IsSet(Entity entity, string field) => entity[field] is Value.Bool { Flag: true };

    internal static string SymbolOf(Entity entity) => entity["symbol"].AsText ?? entity.Ref?.Key ?? entity.Id.ToString();

    internal static ImmutableArray<string> Texts(Value value) =>
        value is Value.List list ? [.. list.Items.Select(i => i.AsText).OfType<string>()] : [];

    private sealed record PackHead(
        string Name,
        string Version,
        string Title,
        string Description,
        NodaTime.LocalDate Revisit,
        ImmutableArray<string> Needs
    );
}
