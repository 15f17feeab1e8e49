namespace Orrery.Practice;

/// <summary>Whether a comparison of two arms can tell anything in time (domain catalogue 2.6).</summary>
/// <param name="PerArm">People needed in each arm.</param>
/// <param name="Days">Until both arms have as many.</param>
/// <param name="IsFeasible">Whether that is within the time there is.</param>
public sealed record TrialSize(double PerArm, double Days, bool IsFeasible)
{
    /// <summary>Works it out.</summary>
    /// <param name="share">How many of the people do it now, above 0 and below 1.</param>
    /// <param name="change">The smallest change that matters, as a difference of shares; not 0.</param>
    /// <param name="perDay">People a day who can be in it; above 0.</param>
    /// <param name="factor">16 for the usual certainty.</param>
    /// <param name="most">Days there are.</param>
    public static TrialSize Of(double share, double change, double perDay, double factor, double most)
    {
        var perArm = factor * share * (1 - share) / (change * change);
        var days = 2 * perArm / perDay;
        return new(perArm, days, days <= most);
    }
}
