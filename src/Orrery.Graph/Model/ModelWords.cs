using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>The words of all communities of a model, and the model in the words of each. Made when first asked for, then kept as long as the model.</summary>
/// <param name="list">All words; shared with the models before and after while no word changes.</param>
internal sealed class ModelWords(Lazy<WordList> list)
{
    private readonly ConcurrentDictionary<string, Model> _models = new(StringComparer.Ordinal);

    /// <summary>All words, if somebody asked for them already.</summary>
    public WordList? Known => list.IsValueCreated ? list.Value : null;

    public ImmutableArray<Community> Communities => list.Value.Communities;

    public ImmutableArray<Signifier> Signifiers => list.Value.Signifiers;

    /// <summary>What everybody calls something.</summary>
    public IEnumerable<Signifier> For(Id of) => list.Value.For(of);

    /// <summary>What a community calls things, with what it takes from those it is a part of.</summary>
    public FrozenDictionary<Id, Signifier> Of(string community) => list.Value.Of(community);

    public Model InWordsOf(string community, Func<Model> make) => _models.GetOrAdd(community, static (_, made) => made(), make);
}
