using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What things are called for whoever reads. Every label of a kind, field, relation or category on a page comes from here.</summary>
/// <remarks>The model of a reading is in the words of the reader's community already; what is beside it (categories, views) is here.</remarks>
public sealed class Words
{
    private const int MostOthers = 6;

    private static readonly ConditionalWeakTable<Model, Words> Known = [];

    private readonly Model _model;
    private readonly FrozenDictionary<string, string> _categories;
    private readonly FrozenSet<string> _spokenCategories;
    private readonly FrozenDictionary<string, Id> _categoryIds;
    private readonly ConcurrentDictionary<Id, FrozenDictionary<string, string>> _options = new();
    private readonly ConcurrentDictionary<Id, string?> _hints = new();
    private readonly Reading _plain;

    private Words(Reading reading)
    {
        _model = reading.Model;
        _plain = reading.InWordsOf(null);
        _categories = reading
            .WithLabel(MetaKinds.Category)
            .Where(category => category.Ref is not null)
            .ToFrozenDictionary(category => category.Ref!.Key, category => _model.WordFor(category.Id)?.Term ?? category.Title);
        _categoryIds = reading
            .WithLabel(MetaKinds.Category)
            .Where(category => category.Ref is not null)
            .ToFrozenDictionary(category => category.Ref!.Key, category => category.Id);
        _spokenCategories = _categoryIds
            .Where(category => _model.WordFor(category.Value) is not null)
            .Select(category => category.Key)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The words of a workspace's model.</summary>
    public static Words Of(Reading reading) => Known.GetValue(reading.Model, _ => new(reading));

    public string Kind(string symbol) => _model.FindKind(symbol)?.Title ?? Plain(symbol);

    public string Kinds(string symbol) => _model.FindKind(symbol)?.Plural ?? Plain(symbol);

    /// <summary>A kind inside a sentence. Titles of the model are small there; a community's own words are as it writes them, for not every language has small nouns.</summary>
    public string KindInside(string symbol) => Isolation.Of(Shown(symbol)?.Term ?? Kind(symbol).ToLowerInvariant());

    /// <summary>Many of a kind inside a sentence.</summary>
    public string KindsInside(string symbol) =>
        Isolation.Of(Shown(symbol) is null ? Kinds(symbol).ToLowerInvariant() : Kinds(symbol));

    /// <summary>A category inside a sentence.</summary>
    public string CategoryInside(string symbol) =>
        Isolation.Of(_spokenCategories.Contains(symbol) ? Category(symbol) : Category(symbol).ToLowerInvariant());

    /// <summary>A field inside a sentence.</summary>
    public string Inside(FieldDefinition field) =>
        Isolation.Of(_model.WordFor(field.Id) is null ? field.Title.ToLowerInvariant() : field.Title);

    /// <summary>The same for a field that the model may not have.</summary>
    public string Inside(FieldDefinition? field, string symbol) => field is null ? Plain(symbol) : Inside(field);

    /// <summary>The head of a page and the label of a button that make one. Its adjective may go by gender or case, so who speaks otherwise gives all of it by hand (form <c>new</c>).</summary>
    public string New(string symbol) => FormOf(symbol, "new") ?? $"New {KindInside(symbol)}";

    /// <summary>So many of a kind, in the form that the language of the community has for that number, where it is given by hand.</summary>
    public string Counted(string symbol, long count)
    {
        var category = PluralForms.Of(LocaleOf(symbol), count);
        var noun =
            (FormOf(symbol, category) is { } form ? Isolation.Of(form) : null)
            ?? (
                category == PluralForms.One
                    ? KindInside(symbol)
                    : (FormOf(symbol, PluralForms.Other) is { } other ? Isolation.Of(other) : KindsInside(symbol))
            );
        return $"{count:#,0} {noun}";
    }

    /// <summary>What the model and others call something, for whoever hovers over a word; null where everybody says the same.</summary>
    /// <param name="of">The id of a kind, a field or a relation type.</param>
    public string? Hint(Id of) => _hints.GetOrAdd(of, HintOf);

    /// <summary>The same for a kind, by its symbol.</summary>
    public string? Hint(string kind) => _model.FindKind(kind) is { } known ? Hint(known.Id) : null;

    /// <summary>The same for a relation type, by its symbol.</summary>
    public string? HintOfRelation(string type) => _model.FindRelationType(type) is { } known ? Hint(known.Id) : null;

    /// <summary>The same for a category, by its symbol.</summary>
    public string? HintOfCategory(string symbol) => _categoryIds.TryGetValue(symbol, out var id) ? Hint(id) : null;

    /// <summary>What a saved view is called.</summary>
    public string View(Orrery.Practice.SavedView view) => _model.WordFor(view.Id)?.Term ?? view.Definition.Title;

    public string Category(string symbol) => _categories.GetValueOrDefault(symbol) ?? Plain(symbol);

    /// <summary>How a relation reads from one of its ends.</summary>
    public string Relation(string type, Direction direction) =>
        _model.FindRelationType(type) is not { } known ? Plain(type)
        : direction == Direction.Out ? known.Title
        : known.Inverse;

    /// <summary>The same inside a sentence.</summary>
    public string RelationInside(string type, Direction direction) => Isolation.Of(Relation(type, direction));

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

    /// <summary>An option of an enum inside a sentence.</summary>
    public string OptionInside(Reading reading, FieldDefinition field, string option) =>
        ChoicesSaid(reading, field).Any(said => said.Option == option)
            ? Isolation.Of(Option(reading, field, option))
            : Option(reading, field, option).ToLowerInvariant();

    /// <summary>A symbol without its dashes, for what the model has no title for.</summary>
    public static string Plain(string symbol) => symbol.Replace('-', ' ');

    private string? FormOf(string symbol, string form) =>
        Shown(symbol)?.Forms.GetValueOrDefault(form) is { Length: > 0 } said ? said : null;

    private string? LocaleOf(string symbol) =>
        Shown(symbol) is { } word ? _model.Communities.FirstOrDefault(c => c.Symbol == word.Community)?.Locale : null;

    private Signifier? Shown(string symbol) => _model.FindKind(symbol) is { } kind ? _model.WordFor(kind.Id) : null;

    private string? HintOf(Id of)
    {
        var words = _model.WordsFor(of).Where(word => !word.IsDeprecated).ToArray();
        if (words.Length == 0 || _plain.Find(of) is not { } concept)
            return null;
        var others = words.Where(word => word.Id != _model.WordFor(of)?.Id).Take(MostOthers).Select(Said);
        return string.Join("; ", others.Prepend(concept.Title));
    }

    private string Said(Signifier word) =>
        $"{_model.Communities.FirstOrDefault(c => c.Symbol == word.Community)?.Title ?? word.Community}: {word.Term}";

    private static FrozenDictionary<string, string> TitlesOf(Reading reading, FieldDefinition field)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (reading.Find(field.Id)?["option-titles"] is Value.List own && own.Items.Length == field.Options.Length)
        {
            foreach (var (option, title) in field.Options.Zip(own.Items.Select(title => title.AsText)))
            {
                if (title is { Length: > 0 })
                    titles[option] = title;
            }
        }

        foreach (var (option, said) in ChoicesSaid(reading, field))
            titles[option] = said;
        return titles.ToFrozenDictionary();
    }

    // The forms of their word for the enumeration, then of their word for the field: what they call each choice.
    private static IEnumerable<(string Option, string Said)> ChoicesSaid(Reading reading, FieldDefinition field)
    {
        var shared =
            reading.Find(field.Id)?["enumeration"].AsText is { } symbol
            && EntityRef.TryParse($"{MetaKinds.Enumeration}:{symbol}", out var enumeration)
                ? reading.Find(enumeration)?.Id
                : null;
        return new[] { shared, field.Id }
            .OfType<Id>()
            .Select(of => reading.Model.WordFor(of) is { } word ? reading.Find(word.Id)?["forms"] : null)
            .OfType<Value.Map>()
            .SelectMany(forms => forms.Entries)
            .Where(form => field.Options.Contains(form.Key) && form.Value.AsText is { Length: > 0 })
            .Select(form => (form.Key, form.Value.AsText!));
    }
}
