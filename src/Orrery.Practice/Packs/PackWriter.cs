using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;
using Orrery.Graph;
using YamlDotNet.RepresentationModel;

namespace Orrery.Practice;

/// <summary>Writes a pack as the text that <see cref="PackReader"/> reads back as the same pack.</summary>
public static class PackWriter
{
    /// <summary>The YAML (docs/packs.md).</summary>
    public static string Write(Pack pack)
    {
        var root = new YamlNotes()
            .With("pack", pack.Name)
            .With("version", pack.Version)
            .With("title", pack.Title)
            .With("description", pack.Description)
            .With("revisit", LocalDatePattern.Iso.Format(pack.Revisit))
            .With("needs", pack.Needs)
            .Each("categories", pack.Categories, c => c.Symbol, Category)
            .Each("enumerations", pack.Enumerations, e => e.Symbol, Enumeration)
            .Each("kinds", pack.Kinds, k => k.Symbol, Kind)
            .Each("relation-types", pack.RelationTypes, r => r.Symbol, RelationType)
            .Each("extend", pack.Extensions, e => e.Symbol, Extension)
            .Each("lifecycles", pack.Lifecycles, l => l.Symbol, Lifecycle)
            .Each("views", pack.Views, v => v.Symbol, v => View(v.Definition))
            .Each("words", pack.Words, w => w.Community, WordWriter.Community)
            .Each("examples", pack.Examples, e => e.Symbol, Example);
        return root.ToText();
    }

    private static YamlNotes Category(CategoryDefinition category) =>
        new YamlNotes().With("title", category.Title).With("description", category.Description);

    private static YamlNotes Enumeration(EnumerationDefinition enumeration) =>
        new YamlNotes().With("title", enumeration.Title).With("options", Options(enumeration.Options));

    private static YamlNotes Kind(KindDefinition kind) =>
        new YamlNotes()
            .With("title", kind.Title)
            .With("plural", kind.Plural)
            .With("description", kind.Description)
            .With("is", kind.Ancestors)
            .With("category", kind.Category)
            .With("lifecycle", kind.Lifecycle)
            .With("temporality", kind.Temporality)
            .With("grounding", kind.Grounding)
            .With("half-life", Whole(kind.HalfLifeInDays))
            .With("review-every", Whole(kind.ReviewEveryInDays))
            .With("facets", kind.Facets)
            .With("tier", kind.Tier)
            .With("abstract", kind.IsAbstract)
            .With("hidden", kind.IsHidden)
            .Each("fields", kind.Fields, f => f.Symbol, Field);

    private static YamlNotes RelationType(RelationTypeDefinition type) =>
        new YamlNotes()
            .With("title", type.Title)
            .With("inverse", type.Inverse)
            .With("description", type.Description)
            .With("from", type.From)
            .With("to", type.To)
            .With("from-max", Whole(type.FromMax))
            .With("to-max", Whole(type.ToMax))
            .With("acyclic", type.IsAcyclic)
            .With("symmetric", type.IsSymmetric)
            .With("causal", type.IsCausal)
            .With("structural", type.IsStructural)
            .With("takes-bets", type.TakesBets)
            .With("hidden", type.IsHidden)
            .Each("fields", type.Fields, f => f.Symbol, Field);

    private static YamlNotes Extension(PackExtension more) =>
        new YamlNotes().With("from", more.From).With("to", more.To).Each("fields", more.Fields, f => f.Symbol, Field);

    private static YamlNotes Lifecycle(LifecycleDefinition lifecycle)
    {
        var moves = new YamlNotes();
        foreach (var move in lifecycle.Moves)
            moves.With(move.From, new YamlSequenceNode(move.To.Select(to => new YamlScalarNode(to))));
        var gates = new YamlNotes();
        foreach (var state in lifecycle.Gates.GroupBy(gate => gate.State))
            gates.With(state.Key, new YamlSequenceNode(state.Select(gate => Gate(gate).ToNode()!)));
        return new YamlNotes()
            .With("title", lifecycle.Title)
            .With("description", lifecycle.Description)
            .With("field", lifecycle.Field)
            .With("states", lifecycle.States)
            .With("moves", moves.ToNode())
            .With("gates", gates.ToNode());
    }

    private static YamlNotes Gate(LifecycleGate gate) =>
        new YamlNotes()
            .With("title", gate.Title)
            .With("field", (gate.Ask as GateAsk.Field)?.Symbol)
            .With("relation", (gate.Ask as GateAsk.Relation)?.Type)
            .With(
                "direction",
                gate.Ask is GateAsk.Relation { Direction: var way }
                    ? way == Direction.In
                        ? "in"
                        : "out"
                    : null
            )
            .With("unless", gate.Unless)
            .With("after", Whole(gate.AfterDays));

    private static YamlNotes Example(PackExample example) =>
        new YamlNotes().With("title", example.Title).With("description", example.Description).AndAll(example.Told?.Written);

    private static YamlNotes Field(PackField field) =>
        new YamlNotes()
            .With("kind", FieldKinds.Name(field.Kind))
            .With("title", field.Title)
            .With("unit", field.Unit)
            .With("min", Number(field.Range.Min))
            .With("max", Number(field.Range.Max))
            .With("options", field.Enumeration is { } name ? new YamlScalarNode(name) : Options(field.Options))
            .With("personal", field.IsPersonal)
            .With("required", field.Required == "never" ? null : field.Required)
            .With("description", field.Description)
            .With("hidden", field.IsHidden)
            .With("editor", field.Aid.Editor)
            .With("parts", Options(field.Aid.Parts))
            .With("ends", field.Aid.Ends);

    private static YamlNotes View(ViewDefinition view) =>
        new YamlNotes()
            .With("title", view.Title)
            .With("task", view.Task)
            .With("audience", view.Audience)
            .With("shape", ViewShapes.NameOf(view.Shape))
            .With("settings", Texts(view.Settings))
            .With("query", view.Query)
            .With("about", view.About)
            .With("parameters", Texts(view.Parameters))
            .With("pinned", view.IsPinned);

    private static YamlMappingNode? Options(ImmutableArray<FieldOption> options) =>
        options.IsEmpty ? null : Texts(options.Select(o => KeyValuePair.Create(o.Symbol, o.Title)));

    private static YamlMappingNode? Texts(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var map = new YamlNotes();
        foreach (var (key, text) in texts)
            map.With(key, text);
        return map.ToNode();
    }

    private static string? Number(double? number) => number is { } some ? FieldRange.Text(some) : null;

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
