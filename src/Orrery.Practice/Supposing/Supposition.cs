using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What is supposed for a while and never written down, one sentence each (docs/what-if.md).</summary>
public static class Supposition
{
    private const string New = "new";
    private const string No = "no";
    private const string Becomes = "becomes";

    /// <summary>Between one sentence and the next.</summary>
    public const char Separator = ';';

    /// <summary>At most so many sentences.</summary>
    public const int Most = 20;

    /// <summary>The sentences of a text, as they are written.</summary>
    public static ImmutableArray<string> SentencesOf(string? text) =>
        [
            .. (text ?? "")
                .Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(sentence => string.Join(' ', WordsOf(sentence))),
        ];

    /// <summary>What would have to be so, for a sentence to hold from a moment on.</summary>
    /// <param name="reading">What is, with what was supposed before.</param>
    /// <param name="sentence">One sentence.</param>
    /// <exception cref="FaultException">It cannot be understood, or speaks of what is not there.</exception>
    public static ImmutableArray<GraphCommand> CommandsOf(Reading reading, string sentence)
    {
        var since = Validity.Since(reading.Valid);
        return WordsOf(sentence) switch
        {
            [New, var name, .. var title] => [Made(name, string.Join(' ', title), since)],
            [No, var one] => [new GraphCommand.Retire(Found(reading, one).Id, since)],
            [No, var from, .. var type, var to] when type.Length > 0 => Ended(reading, from, string.Join(' ', type), to, since),
            [var one, Becomes, var other] => TakenOver.Commands(Found(reading, one), Found(reading, other), since),
            [var from, .. var type, var to] when type.Length > 0 => [Related(reading, from, string.Join(' ', type), to, since)],
            _ => throw new FaultException(SupposeFaults.Unclear(sentence)),
        };
    }

    private static GraphCommand.CreateEntity Made(string name, string title, Validity since) =>
        EntityRef.TryParse(name, out var made)
            ? new GraphCommand.CreateEntity(
                Id.Named("suppose", name),
                [made.Kind],
                made.Key,
                Properties.Of(("title", Value.Of(title.Length > 0 ? title : made.Key.Replace('-', ' ')))),
                since
            )
            : throw new FaultException(SupposeFaults.Unclear($"{New} {name}"));

    private static ImmutableArray<GraphCommand> Ended(Reading reading, string from, string type, string to, Validity since)
    {
        var (start, known, end) = Ends(reading, from, type, to);
        ImmutableArray<GraphCommand> ended =
        [
            .. start
                .Relations(Direction.Out, known.Symbol)
                .Where(relation => relation.ToId == end.Id)
                .Concat(known.IsSymmetric ? start.Relations(Direction.In, known.Symbol).Where(one => one.FromId == end.Id) : [])
                .Select(relation => new GraphCommand.Retire(relation.Id, since)),
        ];
        return ended.IsEmpty ? throw new FaultException(SupposeFaults.NotSo(start, known, end)) : ended;
    }

    private static GraphCommand.Relate Related(Reading reading, string from, string type, string to, Validity since)
    {
        var (start, known, end) = Ends(reading, from, type, to);
        return new(Id.Named("suppose", from, known.Symbol, to), known.Symbol, start.Id, end.Id, Properties.None, since);
    }

    // Read from its end, the same relation is told the other way round.
    private static (Entity Start, RelationType Type, Entity End) Ends(Reading reading, string from, string type, string to)
    {
        var (one, other) = (Found(reading, from), Found(reading, to));
        var types = reading.Model.RelationTypes;
        var found =
            types.GetValueOrDefault(type)
            ?? types.Values.FirstOrDefault(known => Same(known.Title, type))
            ?? types.Values.FirstOrDefault(known => Same(known.Inverse, type))
            ?? throw new FaultException(Fault.UnknownRelationType(type, reading.Model));
        return found.Symbol != type && !Same(found.Title, type) ? (other, found, one) : (one, found, other);
    }

    private static bool Same(string title, string said) => string.Equals(title, said, StringComparison.OrdinalIgnoreCase);

    private static Entity Found(Reading reading, string name) =>
        EntityRef.TryParse(name, out var reference) && reading.Find(reference) is { } entity
            ? entity
            : throw new FaultException(Fault.NotFound(name));

    private static string[] WordsOf(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
