using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Adds words of communities, under the keys that packs would give them, so that they leave and come back as what they are.</summary>
public static class WordShaping
{
    /// <summary>A word, and its community where this is the first of its words.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="community">What the community is called, or its key.</param>
    /// <param name="of">The ref of what it means.</param>
    /// <param name="term">The word.</param>
    /// <param name="plural">More than one of it; empty where nobody says so.</param>
    /// <param name="definition">What it means to them; empty where it needs no saying.</param>
    /// <param name="forms">Other forms by their names.</param>
    public static ImmutableArray<GraphCommand> Add(
        Reading reading,
        string community,
        string of,
        string term,
        string plural,
        string definition,
        ImmutableSortedDictionary<string, string> forms
    )
    {
        var known = reading.Model.Communities.FirstOrDefault(c =>
            c.Title.Equals(community, StringComparison.OrdinalIgnoreCase) || c.Symbol == community
        );
        var key = known?.Symbol ?? KeyOf(reading, community);
        var word = new PackWord(
            of,
            FreeOrder(reading, key, of),
            term,
            plural.Length == 0 ? null : plural,
            forms,
            "in-use",
            null,
            null,
            definition.Length == 0 ? null : definition,
            new("workspace", 1)
        );
        return
        [
            .. known is null
                ? [Bring(reading, PackCommands.Entity(MetaKinds.Community, key, community))]
                : Array.Empty<GraphCommand>(),
            WordCommands.Define(key, word),
        ];
    }

    private static string KeyOf(Reading reading, string community) =>
        Symbols.Of(community) is { Length: > 0 } key ? key : Symbols.Fresh(reading, MetaKinds.Community, community);

    // A key that was ever taken stays so: the history of a word is not that of another.
    private static int FreeOrder(Reading reading, string community, string of)
    {
        var order = 0;
        while (IsTaken(reading, MetaKinds.Signifier, WordCommands.KeyOf(community, of, order)))
            order++;
        return order;
    }

    private static bool IsTaken(Reading reading, string metaKind, string key) =>
        reading.FindAnyTime(EntityRef.Of(metaKind, key)) is not null
        || reading.FindAnyTime(PackCommands.ModelId($"{metaKind}:{key}")) is not null;

    // A community that was taken away comes back as what it was.
    private static GraphCommand Bring(Reading reading, GraphCommand.CreateEntity community) =>
        reading.FindAnyTime(community.Subject) is null ? community : new GraphCommand.Restore(community.Subject, Validity.Always);
}
