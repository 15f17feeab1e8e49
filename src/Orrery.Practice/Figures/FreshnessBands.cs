namespace Orrery.Practice;

/// <summary>From how much trust left on something is fresh, or ageing (domain catalogue 2.6).</summary>
/// <param name="FreshFrom">At least so much is fresh.</param>
/// <param name="AgeingFrom">At least so much is ageing, less is stale.</param>
public sealed record FreshnessBands(double FreshFrom, double AgeingFrom)
{
    /// <summary>Those of a workspace.</summary>
    public static FreshnessBands Of(PracticeSettings settings) =>
        new(settings.Number("fresh-from"), settings.Number("ageing-from"));

    /// <summary>The word for what is left; unknown where nothing is known of it.</summary>
    public Freshness Word(double? left) =>
        left is not { } known ? Freshness.Unknown
        : known >= FreshFrom ? Freshness.Fresh
        : known >= AgeingFrom ? Freshness.Ageing
        : Freshness.Stale;
}
