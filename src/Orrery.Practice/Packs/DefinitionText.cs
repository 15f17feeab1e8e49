using System.Globalization;
using System.Runtime.CompilerServices;

namespace Orrery.Practice;

/// <summary>What a definition says, part by part, wherever it stands: two that say the same are one.</summary>
internal sealed class DefinitionText
{
    private const string Sort = "sort";

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    private DefinitionText(string sort) => _parts[Sort] = sort;

    public static DefinitionText Of(Pack pack) => new DefinitionText("pack").With(pack.Version);

    public static DefinitionText Of(CategoryDefinition category) =>
        new DefinitionText("category").With(category.Title).With(category.Description);

    public static DefinitionText Of(EnumerationDefinition enumeration) =>
        new DefinitionText("enumeration").With(enumeration.Title).With(enumeration.Options);

    public static DefinitionText Of(KindDefinition kind)
    {
        var text = new DefinitionText("kind")
            .With(kind.Title)
            .With(kind.Plural)
            .With(kind.Description)
            .With(kind.Ancestors)
            .With(kind.Category)
            .With(kind.Lifecycle)
            .With(kind.Temporality)
            .With(kind.Grounding)
            .With(kind.HalfLifeInDays)
            .With(kind.ReviewEveryInDays)
            .With(kind.Facets)
            .With(kind.Tier)
            .With(kind.IsAbstract)
            .With(kind.IsHidden);
        return text.WithFields(kind.Fields);
    }

    public static DefinitionText Of(RelationTypeDefinition type)
    {
        var text = new DefinitionText("relation type")
            .With(type.Title)
            .With(type.Inverse)
            .With(type.Description)
            .With(type.From)
            .With(type.To)
            .With(type.FromMax)
            .With(type.ToMax)
            .With(type.IsAcyclic)
            .With(type.IsSymmetric)
            .With(type.IsCausal)
            .With(type.IsStructural)
            .With(type.TakesBets)
            .With(type.IsHidden);
        return text.WithFields(type.Fields);
    }

    public static DefinitionText Of(PackField field) =>
        new DefinitionText(FieldSort(field))
            .With(field.Title)
            .With(field.Unit)
            .With(field.Range.Min, "min")
            .With(field.Range.Max, "max")
            .With(field.Options)
            .With(field.Enumeration)
            .With(field.IsPersonal)
            .With(field.Required)
            .With(field.Description)
            .With(field.IsHidden)
            .With(field.Aid.Editor, "editor")
            .With(field.Aid.Parts, "parts")
            .With(field.Aid.Ends, "ends");

    public static DefinitionText Of(LifecycleDefinition lifecycle)
    {
        var text = new DefinitionText("lifecycle")
            .With(lifecycle.Title)
            .With(lifecycle.Description)
            .With(lifecycle.Field)
            .With(lifecycle.States);
        foreach (var move in lifecycle.Moves)
            text._parts[$"moves from {move.From}"] = string.Join(", ", move.To);
        foreach (var (order, gate) in lifecycle.Gates.Index())
            text._parts[$"gate {order}"] = $"{gate with { Place = default }}";
        return text;
    }

    /// <summary>What only one pack can bring: views, words.</summary>
    public static DefinitionText Named(string sort) => new(sort);

    public static DefinitionText Of(PackVocabulary community) =>
        new DefinitionText("community").With(community.Title).With(community.Parent);

    /// <summary>The first part in which they differ, in words; null when they say the same.</summary>
    public string? DifferenceTo(DefinitionText other)
    {
        var part = _parts
            .Keys.Union(other._parts.Keys)
            .Where(p => Says(p) != other.Says(p))
            .OrderBy(p => p.EndsWith(Sort, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(p => p, StringComparer.Ordinal)
            .FirstOrDefault();
        return part is null ? null : $"{part} is {Quoted(Says(part))} here and {Quoted(other.Says(part))} there";
    }

    private string Says(string part) => _parts.GetValueOrDefault(part, "");

    private static string Quoted(string text) => text.Length == 0 ? "not said" : $"'{text}'";

    private DefinitionText WithFields(IEnumerable<PackField> fields)
    {
        foreach (var (order, field) in fields.Index())
        {
            foreach (var (part, said) in Of(field).With(order)._parts)
                _parts[$"field {field.Symbol}, {part}"] = said;
        }

        return this;
    }

    private static string FieldSort(PackField field) => Orrery.Graph.FieldKinds.Name(field.Kind);

    private DefinitionText With(object? said, [CallerArgumentExpression(nameof(said))] string part = "")
    {
        _parts[NameOf(part)] = said switch
        {
            null => "",
            IEnumerable<string> texts => string.Join(", ", texts),
            IEnumerable<FieldOption> options => string.Join(", ", options.Select(o => $"{o.Symbol} ({o.Title})")),
            _ => Convert.ToString(said, CultureInfo.InvariantCulture) ?? "",
        };
        return this;
    }

    // kind.HalfLifeInDays is written half-life-in-days.
    private static string NameOf(string expression)
    {
        var name = expression[(expression.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
    }
}
