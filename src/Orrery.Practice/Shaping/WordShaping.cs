using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Adds words of communities, under the keys that packs would give them, so that they leave and come back as what they are.</summary>
public static class WordShaping
{
    internal const int MostLetters = 200;

    /// <summary>Why a word cannot be added so; null when it can.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="community">What the community is called, or its key.</param>
    /// <param name="of">The ref of what it means.</param>
    /// <param name="term">The word.</param>
    /// <param name="forms">Its other forms, one a line: <c>few: bets</c>.</param>
    public static Fault? Problem(Reading reading, string community, string of, string term, string forms) =>
        term.Length is 0 or > MostLetters ? WordFaults.Missing(MostLetters)
        : UnclearForm(forms) is { } unclear ? WordFaults.FormUnclear(unclear)
        : EntityRef.KeyFor(community).Length == 0 ? WordFaults.CommunityMissing()
        : !EntityRef.TryParse(of, out var known) || reading.Find(known) is not { } meant ? Fault.NotFound(of)
        : CommunityShaping.Find(reading.Model, community) is { } speaker
        && reading.Model.WordsFor(meant.Id).Any(word => word.Community == speaker.Symbol && word.Term == term)
            ? WordFaults.SaidAlready(speaker.Symbol, of, term)
        : null;

    /// <summary>The first line that names no form, or none.</summary>
    internal static string? UnclearForm(string lines) => PartText.Lines(lines).FirstOrDefault(line => !IsForm(line));

    /// <summary>Other forms by their names, as they are written one a line; the last of two of one name.</summary>
    public static ImmutableSortedDictionary<string, string> FormsOf(string lines) =>
        PartText
            .Lines(lines)
            .Where(IsForm)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Reverse()
            .DistinctBy(parts => parts[0])
            .ToImmutableSortedDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

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
        var known = CommunityShaping.Find(reading.Model, community);
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

    private static bool IsForm(string line) =>
        line.Length <= MostLetters && line.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 }, { Length: > 0 }];

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
