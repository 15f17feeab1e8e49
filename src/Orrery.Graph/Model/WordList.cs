using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>All words of all communities at a snapshot, in order of first recording. After a change of the model only what it speaks of is read again; the rest is shared.</summary>
internal sealed class WordList
{
    private static readonly ImmutableArray<WordEntry> Nobodys = [];

    private readonly ImmutableArray<WordEntry> _entries;
    private readonly ImmutableArray<int> _unsettled;
    private readonly ImmutableDictionary<string, ImmutableArray<WordEntry>> _byCommunity;
    private readonly ImmutableDictionary<Id, ImmutableArray<WordEntry>> _byMeaning;
    private readonly Lazy<ImmutableArray<Signifier>> _signifiers;
    private readonly ConcurrentDictionary<string, FrozenDictionary<Id, Signifier>> _spoken = new(StringComparer.Ordinal);

    private WordList(
        ImmutableArray<Community> communities,
        ImmutableArray<WordEntry> entries,
        ImmutableDictionary<string, ImmutableArray<WordEntry>> byCommunity,
        ImmutableDictionary<Id, ImmutableArray<WordEntry>> byMeaning
    )
    {
        (Communities, _entries, _byCommunity, _byMeaning) = (communities, entries, byCommunity, byMeaning);
        _unsettled = [.. entries.Where(entry => !entry.IsSettled).Select(entry => entry.Node)];
        _signifiers = new(() => [.. entries.Select(entry => entry.Word).OfType<Signifier>()]);
    }

    public ImmutableArray<Community> Communities { get; }

    public ImmutableArray<Signifier> Signifiers => _signifiers.Value;

    /// <summary>Reads every word there is.</summary>
    /// <remarks>Cost: some microseconds a word.</remarks>
    public static WordList Read(Reading reading)
    {
        ImmutableArray<WordEntry> entries =
        [
            .. reading.WithLabel(MetaKinds.Signifier).Select(word => WordReading.Entry(reading, word)),
        ];
        var words = entries.Where(entry => entry.Word is not null).ToArray();
        return new(
            WordReading.Communities(reading),
            entries,
            words
                .GroupBy(entry => entry.Word!.Community, StringComparer.Ordinal)
                .ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal),
            words.GroupBy(entry => entry.Word!.Of).ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray())
        );
    }

    /// <summary>The words after changes of the model: those that a change speaks of, those that mean what it speaks of, and those whose meaning the model does not hold.</summary>
    /// <param name="reading">The workspace after the changes.</param>
    /// <param name="touched">The parts of the model that the changes speak of.</param>
    /// <returns>What <see cref="Read"/> would.</returns>
    public WordList ReadAgain(Reading reading, IEnumerable<Id> touched)
    {
        var communities = WordReading.Communities(reading);
        var again = new SortedSet<int>(_unsettled);
        foreach (var part in touched)
        {
            if (reading.Memory.Ids.Find(part.Value) is not (>= 0 and var node))
                continue;
            if (PlaceOf(node) >= 0 || IsWord(reading, part))
                again.Add(node);
            again.UnionWith(_byMeaning.GetValueOrDefault(part, Nobodys).Select(entry => entry.Node));
        }

        var changes = again.Select(node => new WordChange(node, Known(node), WordReading.EntryAt(reading, node))).ToArray();
        return changes.Length == 0 && communities.SequenceEqual(Communities)
            ? this
            : new(
                communities,
                Merged(_entries, changes),
                With(_byCommunity, changes, word => word.Community),
                With(_byMeaning, changes, word => word.Of)
            );
    }

    /// <summary>What everybody calls something.</summary>
    public IEnumerable<Signifier> For(Id of) => _byMeaning.GetValueOrDefault(of, Nobodys).Select(entry => entry.Word!);

    /// <summary>What a community calls things, with what it takes from those it is a part of.</summary>
    public FrozenDictionary<Id, Signifier> Of(string community) => _spoken.GetOrAdd(community, Collect);

    private FrozenDictionary<Id, Signifier> Collect(string community)
    {
        var words = new Dictionary<Id, Signifier>();
        foreach (var speaker in Line(community))
        {
            var own = _byCommunity.GetValueOrDefault(speaker, Nobodys).Select(entry => entry.Word!);
            foreach (var word in own.Where(word => !word.IsDeprecated).OrderBy(word => word.Rank))
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

    private static bool IsWord(Reading reading, Id part) =>
        reading.Find(part) is { } entity && entity.Labels.Contains(MetaKinds.Signifier);

    private WordEntry? Known(int node) => PlaceOf(node) is >= 0 and var place ? _entries[place] : null;

    private int PlaceOf(int node)
    {
        var (low, high) = (0, _entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_entries[middle].Node == node)
                return middle;
            (low, high) = _entries[middle].Node < node ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private static ImmutableDictionary<TKey, ImmutableArray<WordEntry>> With<TKey>(
        ImmutableDictionary<TKey, ImmutableArray<WordEntry>> known,
        WordChange[] changes,
        Func<Signifier, TKey> keyOf
    )
        where TKey : notnull
    {
        var sides = changes.SelectMany(change =>
            new[] { change.Was?.Word, change.Now?.Word }.OfType<Signifier>().Select(word => (Key: keyOf(word), Change: change))
        );
        var builder = known.ToBuilder();
        foreach (var side in sides.GroupBy(side => side.Key, side => side.Change))
        {
            var here = side.Distinct()
                .Select(change => change with { Now = IsUnder(change.Now, keyOf, side.Key) ? change.Now : null });
            var merged = Merged(known.GetValueOrDefault(side.Key, Nobodys), [.. here]);
            if (merged.IsEmpty)
                builder.Remove(side.Key);
            else
                builder[side.Key] = merged;
        }

        return builder.ToImmutable();
    }

    private static bool IsUnder<TKey>(WordEntry? entry, Func<Signifier, TKey> keyOf, TKey key)
        where TKey : notnull => entry?.Word is { } word && keyOf(word).Equals(key);

    // Both by node, ascending.
    private static ImmutableArray<WordEntry> Merged(ImmutableArray<WordEntry> entries, WordChange[] changes)
    {
        var merged = ImmutableArray.CreateBuilder<WordEntry>(entries.Length + changes.Length);
        var next = 0;
        foreach (var change in changes)
        {
            for (; next < entries.Length && entries[next].Node < change.Node; next++)
                merged.Add(entries[next]);
            if (next < entries.Length && entries[next].Node == change.Node)
                next++;
            if (change.Now is { } now)
                merged.Add(now);
        }

        merged.AddRange(entries.AsSpan()[next..]);
        return merged.ToImmutable();
    }

    private sealed record WordChange(int Node, WordEntry? Was, WordEntry? Now);
}
