using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>The words of all communities of a model, and the model in the words of each. Made when first asked for, then kept as long as the model.</summary>
internal sealed class ModelWords
{
    /// <summary>Of a model without words.</summary>
    public static readonly ModelWords None = new(() => [], () => []);

    private readonly Lazy<ImmutableArray<Community>> _communities;
    private readonly Lazy<ImmutableArray<Signifier>> _signifiers;
    private readonly Lazy<ILookup<Id, Signifier>> _byMeaning;
    private readonly ConcurrentDictionary<string, FrozenDictionary<Id, Signifier>> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Model> _models = new(StringComparer.Ordinal);

    public ModelWords(Func<ImmutableArray<Community>> communities, Func<ImmutableArray<Signifier>> signifiers)
    {
        (_communities, _signifiers) = (new(communities), new(signifiers));
        _byMeaning = new(() => _signifiers.Value.ToLookup(word => word.Of));
    }

    public ImmutableArray<Community> Communities => _communities.Value;

    public ImmutableArray<Signifier> Signifiers => _signifiers.Value;

    /// <summary>What everybody calls something.</summary>
    public IEnumerable<Signifier> For(Id of) => _byMeaning.Value[of];

    /// <summary>What a community calls things, with what it takes from those it is a part of.</summary>
    public FrozenDictionary<Id, Signifier> Of(string community) => _known.GetOrAdd(community, Collect);

    public Model InWordsOf(string community, Func<Model> make) => _models.GetOrAdd(community, static (_, made) => made(), make);

    private FrozenDictionary<Id, Signifier> Collect(string community)
    {
        var words = new Dictionary<Id, Signifier>();
        foreach (var speaker in Line(community))
        {
            var own = Signifiers.Where(s => s.Community == speaker && !s.IsDeprecated).OrderBy(s => s.Rank);
            foreach (var word in own)
                words.TryAdd(word.Of, word);
        }

        return words.ToFrozenDictionary();
    }

    // The community and those it is a part of, nearest first; a circle ends where it began.
    private List<string> Line(string community)
    {
        List<string> line = [];
        for (
            var at = community;
            at is not null && !line.Contains(at);
            at = Communities.FirstOrDefault(c => c.Symbol == at)?.Parent
        )
            line.Add(at);
        return line;
    }
}
