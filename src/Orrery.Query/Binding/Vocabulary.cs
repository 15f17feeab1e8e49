using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>What the names of a query mean in a workspace: labels are kinds, their ancestors and categories; names are found as written, or however they are capitalised and joined.</summary>
internal sealed class Vocabulary
{
    /// <summary>The label of a relation that is pointed at, matched as a node.</summary>
    public const string RelationLabel = "Relation";

    // What was made last for each branch: the model seldom changes, and every page of a view needs it.
    private static readonly ConditionalWeakTable<object, Vocabulary> Latest = [];

    private readonly Model _model;
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private readonly Lazy<SpokenNames> _spoken;

    // What is the same for all queries of the branch, made when first asked for; readers may make one twice, which does no harm.
    private Value?[] _labelLists = new Value?[64];
    private Value?[] _typeTexts = new Value?[64];

    private Vocabulary(Ground ground)
    {
        // Plans are shared by readers of all communities: they do not depend on in whose words one reads.
        _model = ground.Reading.Snapshot.Model;
        _spoken = new(() => new(_model));
        IsPlain = !_model.Settings.IsEnforced;
        NameCount = ground.NameCount;
        if (IsPlain)
            return;
        foreach (var kind in _model.Kinds.Values)
            _kinds.TryAdd(Loose(kind.Symbol), kind.Symbol);
        foreach (var category in Categories)
            _kinds.TryAdd(Loose(category), category);
        foreach (var label in ground.Labels)
            _kinds.TryAdd(Loose(label), label);
        foreach (var type in _model.RelationTypes.Keys.Concat(ground.Types))
            _types.TryAdd(Loose(type), type);
        foreach (var field in FieldSymbols.Concat(ground.Fields))
            _fields.TryAdd(Loose(field), field);
    }

    /// <summary>What names mean in the branch and the model of a ground.</summary>
    /// <remarks>Cost: once a model, or when a name became known, a few hundred nanoseconds for each name of it; then a look.</remarks>
    public static Vocabulary Of(Ground ground)
    {
        if (
            Latest.TryGetValue(ground.Branch, out var known)
            && ReferenceEquals(known._model, ground.Reading.Snapshot.Model)
            && known.NameCount == ground.NameCount
        )
            return known;
        var fresh = new Vocabulary(ground);
        Latest.AddOrUpdate(ground.Branch, fresh);
        return fresh;
    }

    /// <summary>Whether the workspace is open: names mean just what is written.</summary>
    public bool IsPlain { get; }

    /// <summary>How many names the branch had when this was made.</summary>
    public int NameCount { get; }

    public Model Model => _model;

    /// <summary>Kinds that entities may have, and categories.</summary>
    public IEnumerable<string> Kinds => _model.Kinds.Keys.Concat(Categories).Distinct();

    public IEnumerable<string> RelationTypes => _model.RelationTypes.Keys;

    public IEnumerable<string> FieldSymbols =>
        _model
            .Kinds.Values.SelectMany(kind => kind.Fields.Keys)
            .Concat(_model.RelationTypes.Values.SelectMany(type => type.Fields.Keys))
            .Distinct();

    private IEnumerable<string> Categories =>
        _model.Kinds.Values.Select(kind => kind.Category).Where(name => name.Length > 0).Distinct();

    /// <summary>The symbol that a label of a query stands for; itself when the model has none.</summary>
    public string Kind(string written) => Found(_kinds, written, (spoken, loose) => spoken.Kind(loose));

    public string RelationType(string written) => Found(_types, written, (spoken, loose) => spoken.RelationType(loose));

    public string Field(string written) => Found(_fields, written, (spoken, loose) => spoken.Field(loose));

    /// <summary>A property by the name a query has for it.</summary>
    public PropertyKey Key(string written, Ground ground) =>
        ground.FindField(written) is >= 0 and var number
            ? new(written, number)
            : new(Field(written), ground.FindField(Field(written)));

    /// <summary>Whether a label means something here.</summary>
    public bool KnowsKind(string written) =>
        IsPlain
        || written == RelationLabel
        || MetaKinds.Contains(written)
        || _kinds.ContainsKey(Loose(written))
        || _spoken.Value.Kind(Loose(written)) is not null;

    public bool KnowsRelationType(string written) =>
        IsPlain || _types.ContainsKey(Loose(written)) || _spoken.Value.RelationType(Loose(written)) is not null;

    public bool KnowsField(string written) =>
        IsPlain
        || OurProperties.Names.Contains(written)
        || _fields.ContainsKey(Loose(written))
        || _spoken.Value.Field(Loose(written)) is not null;

    /// <summary>The symbols of kinds that a word stands for: several where communities mean different things by it.</summary>
    public IEnumerable<string> KindsCalled(string written) => _spoken.Value.Kinds(Loose(written));

    /// <summary>The symbols of relation types that a word stands for.</summary>
    public IEnumerable<string> RelationTypesCalled(string written) => _spoken.Value.RelationTypes(Loose(written));

    /// <summary>The symbols of fields that a word stands for.</summary>
    public IEnumerable<string> FieldsCalled(string written) => _spoken.Value.Fields(Loose(written));

    /// <summary>Whether two ways of writing are one name in an enforced workspace.</summary>
    public static bool AreAlike(string one, string other) => Loose(one) == Loose(other);

    /// <summary>The labels that an entity may have itself to answer to a label: the kind and all below it, or all of a category.</summary>
    public ImmutableArray<string> Narrow(string label)
    {
        if (IsPlain)
            return [label];
        var symbol = Kind(label);
        var below = _model.WithDescendants(symbol);
        var inCategory = _model.Kinds.Values.Where(kind => kind.Category == symbol).Select(kind => kind.Symbol);
        return [.. below.Concat(inCategory).Append(symbol).Distinct()];
    }

    /// <summary>The labels of an entity with all they stand under.</summary>
    public ImmutableArray<string> Widen(ImmutableArray<string> labels)
    {
        if (IsPlain || labels is [] || _model.FindKind(labels[0]) is not { } kind)
            return labels;
        var wide = labels.AddRange(kind.Ancestors);
        return kind.Category.Length > 0 && !wide.Contains(kind.Category) ? wide.Add(kind.Category) : wide;
    }

    /// <summary>The labels of a set with all they stand under, as a list.</summary>
    public Cell LabelList(int set, Ground ground) =>
        Cell.OfPlain(
            Known(ref _labelLists, set)
                ?? Keep(ref _labelLists, set, Value.Of(Widen(ground.LabelsOfSet(set)).Select(label => Value.Of(label))))
        );

    /// <summary>A relation type as a text.</summary>
    public Cell TypeText(int type, Ground ground) =>
        Cell.OfPlain(Known(ref _typeTexts, type) ?? Keep(ref _typeTexts, type, Value.Of(ground.TypeName(type))));

    private static Value? Known(ref Value?[] values, int number) =>
        Volatile.Read(ref values) is var known && number < known.Length ? Volatile.Read(ref known[number]) : null;

    private static Value Keep(ref Value?[] values, int number, Value value)
    {
        var known = Volatile.Read(ref values);
        if (number >= known.Length)
        {
            var wider = new Value?[Math.Max(number + 1, known.Length * 2)];
            known.CopyTo(wider, 0);
            Volatile.Write(ref values, known = wider);
        }

        Volatile.Write(ref known[number], value);
        return value;
    }

    private string Found(Dictionary<string, string> names, string written, Func<SpokenNames, string, string?> spoken)
    {
        if (IsPlain)
            return written;
        var loose = Loose(written);
        return names.GetValueOrDefault(loose) ?? spoken(_spoken.Value, loose) ?? written;
    }

    // KeyResult, key_result, KEY-RESULT: one name.
    internal static string Loose(string name)
    {
        Span<char> letters = stackalloc char[Math.Min(name.Length, 256)];
        var count = 0;
        foreach (var letter in name)
        {
            if (letter is not ('-' or '_' or ' ') && count < letters.Length)
                letters[count++] = char.ToLowerInvariant(letter);
        }

        return new(letters[..count]);
    }
}
