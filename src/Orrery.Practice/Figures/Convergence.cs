namespace Orrery.Practice;

/// <summary>What is known of something that might be done; null where nobody said.</summary>
/// <param name="Size">How large the opportunity is, from 0 to 1.</param>
/// <param name="Experimentation">How well it can be tried, from 0 to 1.</param>
/// <param name="Effort">In hours.</param>
/// <param name="Certainty">That acting is right: a degree of confidence, from 0.</param>
/// <param name="IsOneWay">Whether it cannot be taken back.</param>
public sealed record Profile(NumberRange? Size, NumberRange? Experimentation, NumberRange? Effort, int? Certainty, bool IsOneWay);

/// <summary>What to talk about before converging (domain catalogue 2.6). Words for it are questions.</summary>
public enum ConvergenceAdvice
{
    /// <summary>Learn how large it is first.</summary>
    LearnTheSize,

    /// <summary>Let it rest.</summary>
    Park,

    /// <summary>Start together, the solution may wait.</summary>
    StartTogether,

    /// <summary>Buy information before committing.</summary>
    BuyInformation,

    /// <summary>Cut a thin slice.</summary>
    ThinSlice,

    /// <summary>Talk about it.</summary>
    Discuss,
}

/// <summary>The limits by which advice is chosen.</summary>
/// <param name="SizeUnknownAbove">A size wider than this is not understood.</param>
/// <param name="SizeSmallBelow">A size below this at best is small.</param>
/// <param name="TogetherFrom">Size and experimentation at worst, to start together.</param>
/// <param name="TogetherCertainty">And the degree of certainty.</param>
/// <param name="ExperimentsHardBelow">Experimentation below this at best is hard.</param>
/// <param name="EffortWideAbove">Effort wider than this, on the scale of <paramref name="LongestEffort"/>, is cut thin.</param>
/// <param name="LongestEffort">Hours at which the scale of effort ends.</param>
public sealed record Convergence(
    double SizeUnknownAbove,
    double SizeSmallBelow,
    double TogetherFrom,
    int TogetherCertainty,
    double ExperimentsHardBelow,
    double EffortWideAbove,
    double LongestEffort
)
{
    /// <summary>Those of a workspace.</summary>
    public static Convergence Of(PracticeSettings settings) =>
        new(
            settings.Number("size-unknown-above"),
            settings.Number("size-small-below"),
            settings.Number("together-from"),
            settings.Texts("likert").IndexOf(settings.Text("together-certainty")),
            settings.Number("experiments-hard-below"),
            settings.Number("effort-wide-above"),
            settings.Number("longest-effort")
        );

    /// <summary>The first advice that fits, in the order of the catalogue.</summary>
    public ConvergenceAdvice For(Profile profile) =>
        profile.Size?.Width > SizeUnknownAbove ? ConvergenceAdvice.LearnTheSize
        : profile.Size?.High < SizeSmallBelow ? ConvergenceAdvice.Park
        : CanStart(profile) ? ConvergenceAdvice.StartTogether
        : profile.IsOneWay && profile.Experimentation?.High < ExperimentsHardBelow ? ConvergenceAdvice.BuyInformation
        : profile.Effort is { } effort && EffortWidth(effort, LongestEffort) > EffortWideAbove ? ConvergenceAdvice.ThinSlice
        : ConvergenceAdvice.Discuss;

    /// <summary>How wide a range of hours is on the scale from one hour to the longest effort, which is logarithmic.</summary>
    public static double EffortWidth(NumberRange hours, double longest) =>
        (Math.Log10(Math.Max(1, hours.High)) - Math.Log10(Math.Max(1, hours.Low))) / Math.Log10(longest);

    private bool CanStart(Profile profile) =>
        profile.Size?.Low >= TogetherFrom
        && profile.Experimentation?.Low >= TogetherFrom
        && profile.Certainty >= TogetherCertainty;
}
