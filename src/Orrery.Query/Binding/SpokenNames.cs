using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What the words of communities, and the model's own titles, stand for: a name that is no symbol is looked up here.</summary>
/// <remarks>A word that means several things in one place (two kinds, two fields) means none of them here: its writer has to say which.</remarks>
internal sealed class SpokenNames
{
    private readonly Dictionary<string, SortedSet<string>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _fields = new(StringComparer.Ordinal);

    public SpokenNames(Model model)
    {
        Dictionary<Id, (Dictionary<string, SortedSet<string>> Names, string Symbol)> things = [];
        foreach (var kind in model.Kinds.Values)
        {
            things[kind.Id] = (_kinds, kind.Symbol);
            Add(_kinds, kind.Title, kind.Symbol);
            Add(_kinds, kind.Plural, kind.Symbol);
        }

        foreach (var type in model.RelationTypes.Values)
        {
            things[type.Id] = (_types, type.Symbol);
            Add(_types, type.Title, type.Symbol);
        }

        var fields = model
            .Kinds.Values.SelectMany(kind => kind.Fields.Values)
            .Concat(model.RelationTypes.Values.SelectMany(type => type.Fields.Values));
        foreach (var field in fields.DistinctBy(field => field.Id))
        {
            things[field.Id] = (_fields, field.Symbol);
            Add(_fields, field.Title, field.Symbol);
        }

        foreach (var word in model.Signifiers)
        {
            if (!things.TryGetValue(word.Of, out var thing))
                continue;
            Add(thing.Names, word.Term, thing.Symbol);
            if (thing.Names == _kinds)
                Add(_kinds, word.Plural ?? word.Term + "s", thing.Symbol);
        }
    }

    /// <summary>The kind's symbol, or null.</summary>
    public string? Kind(string loose) => Only(_kinds, loose);

    /// <summary>The relation type's symbol, or null.</summary>
    public string? RelationType(string loose) => Only(_types, loose);

    /// <summary>The field's symbol, or null.</summary>
    public string? Field(string loose) => Only(_fields, loose);

    /// <summary>The symbols of all kinds that somebody calls so.</summary>
    public IEnumerable<string> Kinds(string loose) => All(_kinds, loose);

    /// <summary>The symbols of all relation types that somebody calls so.</summary>
    public IEnumerable<string> RelationTypes(string loose) => All(_types, loose);

    /// <summary>The symbols of all fields that somebody calls so.</summary>
    public IEnumerable<string> Fields(string loose) => All(_fields, loose);

    private static string? Only(Dictionary<string, SortedSet<string>> names, string loose) =>
        names.TryGetValue(loose, out var symbols) && symbols.Count == 1 ? symbols.Min : null;

    private static SortedSet<string> All(Dictionary<string, SortedSet<string>> names, string loose) =>
        names.TryGetValue(loose, out var symbols) ? symbols : [];

    private static void Add(Dictionary<string, SortedSet<string>> names, string? word, string symbol)
    {
        if (word is null)
            return;
        var loose = Vocabulary.Loose(word);
        if (!names.TryGetValue(loose, out var symbols))
            names[loose] = symbols = new(StringComparer.Ordinal);
        symbols.Add(symbol);
    }
}
