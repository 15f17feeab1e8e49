using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What the words of communities, and the model's own titles, stand for: a name that is no symbol is looked up here.</summary>
/// <remarks>A word that means several things in one place (two kinds, two fields) means none of them here: its writer has to say which.</remarks>
internal sealed class SpokenNames
{
    private readonly Dictionary<string, string?> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);

    public SpokenNames(Model model)
    {
        Dictionary<Id, (Dictionary<string, string?> Names, string Symbol)> things = [];
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
    public string? Kind(string loose) => _kinds.GetValueOrDefault(loose);

    /// <summary>The relation type's symbol, or null.</summary>
    public string? RelationType(string loose) => _types.GetValueOrDefault(loose);

    /// <summary>The field's symbol, or null.</summary>
    public string? Field(string loose) => _fields.GetValueOrDefault(loose);

    private static void Add(Dictionary<string, string?> names, string? word, string symbol)
    {
        if (word is null)
            return;
        var loose = Vocabulary.Loose(word);
        names[loose] = !names.TryGetValue(loose, out var other) || other == symbol ? symbol : null;
    }
}
