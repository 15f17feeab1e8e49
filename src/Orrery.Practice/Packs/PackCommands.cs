using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What installing packs asks of a graph: model entities and their relations, true always (docs/packs.md, "What it installs").</summary>
public static class PackCommands
{
    // Fields that a pack adds to another's kind come after those that the kind was made with.
    internal const int AfterItsOwn = 100;

    /// <summary>The id of a model entity: the same in every workspace, so that installing twice finds what is there.</summary>
    /// <param name="reference">Its ref, e.g. <c>kind:bet</c>.</param>
    public static Id ModelId(string reference) => Id.Named("pack", reference);

    /// <summary>Commands for all packs: entities first, then the relations between them.</summary>
    public static ImmutableArray<GraphCommand> ToCommands(this Catalogue catalogue) =>
        Ordered(catalogue.Packs.SelectMany(p => Commands(p, catalogue)));

    /// <summary>Commands for one pack of the catalogue; the packs it needs must be installed before.</summary>
    public static ImmutableArray<GraphCommand> ToCommands(this Pack pack, Catalogue catalogue) =>
        Ordered(Commands(pack, catalogue));

    private static ImmutableArray<GraphCommand> Ordered(IEnumerable<GraphCommand> commands) =>
        [.. commands.OrderBy(c => c is GraphCommand.Relate ? 1 : 0)];

    private static IEnumerable<GraphCommand> Commands(Pack pack, Catalogue catalogue) =>
        [
            Entity(
                "pack",
                pack.Name,
                pack.Title,
                ("version", Value.Of(pack.Version)),
                ("description", Value.Of(pack.Description)),
                ("revisit", Value.Of(pack.Revisit)),
                ("needs", List(pack.Needs)),
                ("text", Value.Of(pack.Text))
            ),
            .. pack.Categories.Select(c =>
                Entity("category", c.Symbol, c.Title, ("description", Value.Of(c.Description)), From(pack))
            ),
            .. pack.Enumerations.Select(e =>
                Entity("enumeration", e.Symbol, e.Title, Options(e.Options), OptionTitles(e.Options), From(pack))
            ),
            .. pack.Kinds.SelectMany(k => Kind(pack, k, catalogue)),
            .. pack.RelationTypes.SelectMany(r => RelationType(pack, r, catalogue)),
            .. pack.Extensions.SelectMany(e => Extension(pack, e, catalogue)),
            .. pack.Lifecycles.Select(l => LifecycleCommands.Define(l, catalogue, From(pack))),
            .. pack.Words.SelectMany(c => WordCommands.Define(c, From(pack))),
            .. pack.Views.Select(v =>
                Entity(MetaKinds.View, v.Symbol, v.Definition.Title, [.. SavedViews.Fields(v.Definition), From(pack)])
            ),
        ];

    private static IEnumerable<GraphCommand> Kind(Pack pack, KindDefinition kind, Catalogue catalogue)
    {
        var lineage = catalogue.Lineage(kind.Symbol).ToImmutableArray();
        yield return Entity(
            "kind",
            kind.Symbol,
            kind.Title,
            ("plural", Value.Of(kind.Plural)),
            ("description", Value.Of(kind.Description)),
            ("category", Value.Of(catalogue.CategoryOf(kind.Symbol))),
            ("lifecycle", Value.Of(LifecycleSaid(lineage, kind, catalogue))),
            ("temporality", Value.Of(Nearest(lineage, k => k.Temporality))),
            ("grounding", Value.Of(Nearest(lineage, k => k.Grounding))),
            ("half-life", Days(lineage, k => k.HalfLifeInDays)),
            ("review-every", Days(lineage, k => k.ReviewEveryInDays)),
            ("facets", Texts(kind.Facets)),
            ("tier", Value.Of(kind.Tier ?? "extended")),
            ("abstract", Value.Of(kind.IsAbstract)),
            Hidden(kind.IsHidden),
            From(pack)
        );
        foreach (var ancestor in kind.Ancestors)
            yield return Relation($"kind:{kind.Symbol}", "is-a", $"kind:{ancestor}");
        foreach (var command in kind.Fields.SelectMany((f, i) => Field(pack, "kind", kind.Symbol, f, i, catalogue)))
            yield return command;
    }

    // Nothing said is what stands above says; so nothing on purpose is said.
    private static string? LifecycleSaid(ImmutableArray<KindDefinition> lineage, KindDefinition kind, Catalogue catalogue) =>
        Nearest(lineage, k => k.Lifecycle) == KindLifecycle.None
            ? KindLifecycle.None
            : catalogue.LifecycleOf(kind.Symbol)?.Symbol;

    private static IEnumerable<GraphCommand> RelationType(Pack pack, RelationTypeDefinition type, Catalogue catalogue)
    {
        var self = $"relation-type:{type.Symbol}";
        yield return Entity(
            "relation-type",
            type.Symbol,
            type.Title,
            ("inverse", Value.Of(type.Inverse)),
            ("description", Value.Of(type.Description)),
            ("from-max", Whole(type.FromMax)),
            ("to-max", Whole(type.ToMax)),
            ("acyclic", Value.Of(type.IsAcyclic)),
            ("symmetric", Value.Of(type.IsSymmetric)),
            ("causal", Value.Of(type.IsCausal)),
            ("structural", Value.Of(type.IsStructural)),
            ("takes-bets", type.TakesBets ? Value.Of(true) : Value.Nothing),
            Hidden(type.IsHidden),
            From(pack)
        );
        foreach (var command in Ends(self, type.From, type.To))
            yield return command;
        foreach (var command in type.Fields.SelectMany((f, i) => Field(pack, "relation-type", type.Symbol, f, i, catalogue)))
            yield return command;
    }

    private static IEnumerable<GraphCommand> Extension(Pack pack, PackExtension more, Catalogue catalogue)
    {
        var owner = catalogue.FindKind(more.Symbol) is null ? "relation-type" : "kind";
        return
        [
            .. Ends($"{owner}:{more.Symbol}", more.From, more.To),
            .. more.Fields.SelectMany((f, i) => Field(pack, owner, more.Symbol, f, AfterItsOwn + i, catalogue)),
        ];
    }

    private static IEnumerable<GraphCommand> Ends(string self, ImmutableArray<string> from, ImmutableArray<string> to) =>
        [
            .. from.Select(kind => Relation(self, "from-kind", $"kind:{kind}")),
            .. to.Select(kind => Relation(self, "to-kind", $"kind:{kind}")),
        ];

    private static IEnumerable<GraphCommand> Field(
        Pack pack,
        string ownerKind,
        string owner,
        PackField field,
        int order,
        Catalogue catalogue
    )
    {
        var options = catalogue.OptionsOf(field);
        yield return Entity(
            "field",
            $"{owner}.{field.Symbol}",
            field.Title,
            ("symbol", Value.Of(field.Symbol)),
            ("field-kind", Value.Of(FieldKinds.Name(field.Kind))),
            ("unit", Value.Of(field.Unit)),
            ("min", FieldRanges.ToValue(field.Range.Min)),
            ("max", FieldRanges.ToValue(field.Range.Max)),
            Options(options),
            OptionTitles(options),
            ("enumeration", Value.Of(field.Enumeration)),
            ("personal", Value.Of(field.IsPersonal)),
            ("required", Value.Of(field.Required)),
            ("order", Value.Of((long)order)),
            ("description", Value.Of(field.Description)),
            Hidden(field.IsHidden),
            ("editor", Value.Of(field.Aid.Editor)),
            ("parts", Texts(field.Aid.Parts.Select(part => part.Symbol))),
            ("part-titles", Texts(field.Aid.Parts.Select(part => part.Title))),
            ("ends", Texts(field.Aid.Ends)),
            From(pack)
        );
        yield return Relation($"{ownerKind}:{owner}", "has-field", $"field:{owner}.{field.Symbol}");
    }

    internal static GraphCommand.CreateEntity Entity(
        string metaKind,
        string key,
        string title,
        params (string Name, Value Value)[] fields
    )
    {
        var values = Properties
            .Of([("symbol", Value.Of(key)), ("title", Value.Of(title)), .. fields])
            .RemoveRange(fields.Where(f => f.Value.IsNothing || f.Value.AsText is "").Select(f => f.Name));
        return new(ModelId($"{metaKind}:{key}"), [metaKind], key, values, Validity.Always);
    }

    private static GraphCommand.Relate Relation(string from, string type, string to) =>
        new(ModelId($"{from} {type} {to}"), type, ModelId(from), ModelId(to), Properties.None, Validity.Always);

    private static string? Nearest(ImmutableArray<KindDefinition> lineage, Func<KindDefinition, string?> of) =>
        lineage.Select(of).FirstOrDefault(value => value is not null);

    private static Value Days(ImmutableArray<KindDefinition> lineage, Func<KindDefinition, int?> of) =>
        Whole(lineage.Select(of).FirstOrDefault(days => days is not null));

    private static (string, Value) Hidden(bool isHidden) => ("hidden", isHidden ? Value.Of(true) : Value.Nothing);

    private static (string, Value) From(Pack pack) => ("pack", Value.Of(pack.Name));

    private static (string, Value) Options(ImmutableArray<FieldOption> options) =>
        ("options", options.IsEmpty ? Value.Nothing : List(options.Select(o => o.Symbol)));

    private static (string, Value) OptionTitles(ImmutableArray<FieldOption> options) =>
        ("option-titles", options.IsEmpty ? Value.Nothing : List(options.Select(o => o.Title)));

    private static Value Texts(IEnumerable<string> texts) => texts.Any() ? List(texts) : Value.Nothing;

    internal static Value List(IEnumerable<string> texts) => Value.Of(texts.Select(Value.Of));

    private static Value Whole(int? number) => number is { } n ? Value.Of((long)n) : Value.Nothing;
}
