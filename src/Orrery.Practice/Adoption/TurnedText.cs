namespace Orrery.Practice;

/// <summary>What becomes of the values of a field that comes to hold something else, in words.</summary>
public static class TurnedText
{
    /// <summary>The outcomes that there are, each with its number.</summary>
    public static string Of(ConversionCounts counts) =>
        string.Join(
            ", ",
            new[]
            {
                (counts.Fit, "stay as they are"),
                (counts.Convert, "are written anew"),
                (counts.Lose, "lose something"),
                (counts.Cannot, "have no place and are kept as text in a field beside"),
            }
                .Where(outcome => outcome.Item1 > 0)
                .Select(outcome => $"{outcome.Item1:#,0} {outcome.Item2}")
        );
}
