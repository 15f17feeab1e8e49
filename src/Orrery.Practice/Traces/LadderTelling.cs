using System.Globalization;

namespace Orrery.Practice;

/// <summary>What a ladder says first, in words: the worst that is missing, else that nothing is.</summary>
public static class LadderTelling
{
    /// <summary>The horizons by name, nearest first.</summary>
    public static readonly IReadOnlyList<string> Names = ["hours", "days", "weeks", "months", "quarters", "years", "decades"];

    /// <summary>Whether something is missing.</summary>
    public static bool IsWhole(Ladder ladder) =>
        ladder.Leaps is not [{ IsGap: true }, ..] && (ladder.ReachesFar || IsOfNothing(ladder));

    /// <summary>One sentence, or two.</summary>
    public static string First(Ladder ladder) =>
        IsOfNothing(ladder) ? "Nothing leads up to it, and it leads up to nothing."
        : ladder.Leaps is [{ IsGap: true } gap, ..] ? Gap(gap)
        : !ladder.ReachesFar ? Short(ladder)
        : ladder.Leaps is [var skip, ..] ? $"No horizon is left empty. {Skip(skip)}"
        : $"No horizon is left out, {Span(ladder)}.";

    /// <summary>A leap between two things whose titles are told beside it.</summary>
    public static string Between(Leap leap) =>
        leap.IsGap
            ? $"from {Names[leap.From]} to {Names[leap.To]}, with nothing at {Missing(leap)}"
            : $"from {Names[leap.From]} to {Names[leap.To]}, while other ways lead over {Missing(leap)}";

    /// <summary>How sure a way is.</summary>
    public static string Sure(LadderWay way) =>
        way.Unsaid == way.Links.Length
            ? "nobody said how sure its links are"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{way.Confidence * 100:0} % sure in all{(way.Unsaid == 0 ? "" : $"; of {way.Unsaid} of its {way.Links.Length} links nobody said")}"
            );

    private static bool IsOfNothing(Ladder ladder) => ladder.Rungs.Length == 1;

    private static string Gap(Leap gap) =>
        $"{Capital(Missing(gap))} {(gap.Missing == 1 ? "is" : "are")} missing: “{gap.Lower.Title}” leads straight from {Names[gap.From]} to {Names[gap.To]}.";

    private static string Skip(Leap skip) =>
        $"“{skip.Lower.Title}” leads straight from {Names[skip.From]} to {Names[skip.To]}, past {Missing(skip)}.";

    private static string Short(Ladder ladder) =>
        ladder.Way is null ? "Nothing says what it is for."
        : ladder.Furthest is { } furthest ? $"The way up ends at {Names[furthest]}: nothing further is named that it serves."
        : "Nothing on the way up says how far ahead it is meant.";

    private static string Span(Ladder ladder)
    {
        var known = ladder.Rungs.Select(rung => rung.Horizon).OfType<int>().ToArray();
        return known.Min() == known.Max()
            ? $"all of it at {Names[known[0]]}"
            : $"from {Names[known.Min()]} to {Names[known.Max()]}";
    }

    private static string Missing(Leap leap)
    {
        string[] names = [.. Enumerable.Range(Math.Min(leap.From, leap.To) + 1, leap.Missing).Select(horizon => Names[horizon])];
        return names is [var only] ? only : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
