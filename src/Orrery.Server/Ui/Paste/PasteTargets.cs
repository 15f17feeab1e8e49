using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What a pasted column may become.</summary>
public abstract record PasteTarget
{
    private PasteTarget() { }

    /// <summary>It is left out.</summary>
    public sealed record Nothing : PasteTarget;

    /// <summary>A field.</summary>
    public sealed record Field(FieldDefinition Definition) : PasteTarget;

    /// <summary>Relations to things that are called so.</summary>
    public sealed record Relation(RelationChoice Choice) : PasteTarget;

    /// <summary>How a form says it.</summary>
    public string Key =>
        this switch
        {
            Field { Definition.Symbol: var symbol } => $"f:{symbol}",
            Relation { Choice.Key: var key } => key,
            _ => "",
        };
}

/// <summary>All that a column may become for a kind, and what its head most likely means.</summary>
public sealed class PasteTargets
{
    private readonly Visit _visit;

    private PasteTargets(Visit visit, Kind kind)
    {
        _visit = visit;
        Fields =
        [
            .. kind
                .Fields.Values.Where(field =>
                    field.Kind != FieldKind.Series && field.Symbol is not ("confirmed-at" or "confirmed-by")
                )
                .OrderBy(field => field.Symbol == "title" ? 0 : 1)
                .ThenBy(field => field.Order)
                .Select(field => new PasteTarget.Field(field)),
        ];
        Relations =
        [
            .. RelationChoices
                .For(visit.Reading.Model, kind.Symbol)
                .Select(choice => new PasteTarget.Relation(choice))
                .OrderBy(Title, StringComparer.OrdinalIgnoreCase),
        ];
    }

    public ImmutableArray<PasteTarget> Fields { get; }

    public ImmutableArray<PasteTarget> Relations { get; }

    public static PasteTargets Of(Visit visit, Kind kind) => new(visit, kind);

    /// <summary>What a target is called.</summary>
    public string Title(PasteTarget target) =>
        target switch
        {
            PasteTarget.Field { Definition.Title: var title } => title,
            PasteTarget.Relation { Choice: var choice } => _visit.Words.Relation(choice.Type.Symbol, choice.Direction),
            _ => "left out",
        };

    /// <summary>What a form chose; null when it chose nothing that there is.</summary>
    public PasteTarget? Named(string key) => All.FirstOrDefault(target => target.Key == key);

    /// <summary>What the heads of columns say by their words: each target once; the first column without a meaning is the title when no head says so.</summary>
    public ImmutableArray<PasteTarget> Guess(ImmutableArray<string> heads)
    {
        var left = All.ToList();
        var guessed = heads.Select(head => Take(left, head)).ToArray();
        if (
            Array.TrueForAll(guessed, target => target.Key != "f:title")
            && Array.FindIndex(guessed, IsNothing) is >= 0 and var first
        )
            guessed[first] = Fields.First(field => field.Key == "f:title");
        return [.. guessed];
    }

    /// <summary>Whether a first row names columns rather than being a row like the others.</summary>
    public bool AreHeads(ImmutableArray<string> row) =>
        row.Count(cell => All.Any(target => Words(Title(target)) == Words(cell) || SymbolOf(target) == Words(cell))) is var known
        && (known > 1 || (known == 1 && (row.Length < 3 || Words(row[0]) == "title")));

    private IEnumerable<PasteTarget> All => Fields.Concat(Relations);

    private PasteTarget Take(List<PasteTarget> left, string head)
    {
        var said = Words(head);
        var found =
            said.Length == 0
                ? null
                : left.Find(target => Words(Title(target)) == said)
                    ?? left.Find(target => SymbolOf(target) == said)
                    ?? left.Find(target => said.Length > 3 && Words(Title(target)).StartsWith(said, StringComparison.Ordinal));
        if (found is null)
            return new PasteTarget.Nothing();
        left.Remove(found);
        return found;
    }

    private static bool IsNothing(PasteTarget target) => target is PasteTarget.Nothing;

    private static string SymbolOf(PasteTarget target) =>
        target switch
        {
            PasteTarget.Field { Definition.Symbol: var symbol } => Words(symbol),
            PasteTarget.Relation { Choice: { Direction: Direction.Out, Type.Symbol: var type } } => Words(type),
            _ => "",
        };

    // Only what is said counts, not how it is written.
    private static string Words(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
