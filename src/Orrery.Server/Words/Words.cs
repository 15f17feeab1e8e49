using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What things are called for whoever reads. Every label of a kind, field, relation or category on a page comes from here.</summary>
/// <remarks>Today everybody reads the model's own titles; the words of communities will take their place.</remarks>
public sealed class Words
{
    private static readonly ConditionalWeakTable<Model, Words> Known = [];

    private readonly Model _model;
    private readonly FrozenDictionary<string, string> _categories;
    private readonly ConcurrentDictionary<Id, FrozenDictionary<string, string>> _options = new();

    private Words(Reading reading)
    {
        _model = reading.Model;
        _categories = reading
            .WithLabel(MetaKinds.Category)
            .Where(category => category.Ref is not null)
            .ToFrozenDictionary(category => category.Ref!.Key, category => category.Title);
    }

    /// <summary>The words of a workspace's model.</summary>
    public static Words Of(Reading reading) => Known.GetValue(reading.Model, _ => new(reading));

    public string Kind(string symbol) => _model.FindKind(symbol)?.Title ?? Plain(symbol);

    public string Kinds(string symbol) => _model.FindKind(symbol)?.Plural ?? Plain(symbol);

    public string Category(string symbol) => _categories.GetValueOrDefault(symbol) ?? Plain(symbol);

    /// <summary>How a relation reads from one of its ends.</summary>
    public string Relation(string type, Direction direction) =>
        _model.FindRelationType(type) is not { } known ? Plain(type)
        : direction == Direction.Out ? known.Title
        : known.Inverse;

    public string Field(string kind, string field) => Definition(kind, field)?.Title ?? Plain(field);

    public string FieldOfRelation(string type, string field) => DefinitionOfRelation(type, field)?.Title ?? Plain(field);

    public FieldDefinition? Definition(string kind, string field) => _model.FindKind(kind)?.Fields.GetValueOrDefault(field);

    public FieldDefinition? DefinitionOfRelation(string type, string field) =>
        _model.FindRelationType(type)?.Fields.GetValueOrDefault(field) ?? Definition(Subject.RelationAsKind, field);

    /// <summary>Everything that can be said of a relation: its type's own fields first, then those of every relation.</summary>
    public IEnumerable<FieldDefinition> DefinitionsOfRelation(string type)
    {
        var own = _model.FindRelationType(type)?.Fields;
        var common = _model.FindKind(Subject.RelationAsKind)?.Fields.Values ?? [];
        return
        [
            .. (own?.Values ?? []).OrderBy(field => field.Order),
            .. common.Where(field => own?.ContainsKey(field.Symbol) != true).OrderBy(field => field.Order),
        ];
    }

    /// <summary>What an option of an enum is called.</summary>
    public string Option(Reading reading, FieldDefinition field, string option) =>
        _options.GetOrAdd(field.Id, static (_, at) => TitlesOf(at.reading, at.field), (reading, field)).GetValueOrDefault(option)
        ?? Plain(option);

    /// <summary>A symbol without its dashes, for what the model has no title for.</summary>
    public static string Plain(string symbol) => symbol.Replace('-', ' ');

    private static FrozenDictionary<string, string> TitlesOf(Reading reading, FieldDefinition field) =>
        reading.Find(field.Id)?["option-titles"] is Value.List titles && titles.Items.Length == field.Options.Length
            ? field
                .Options.Zip(titles.Items.Select(title => title.AsText ?? ""))
                .Where(pair => pair.Second.Length > 0)
                .ToFrozenDictionary(pair => pair.First, pair => pair.Second)
            : FrozenDictionary<string, string>.Empty;
}
