using System.Collections.Immutable;

namespace Orrery.Practice;

/// <summary>Whether the focus of a team in a cycle holds (domain catalogue 2.6).</summary>
/// <param name="PrimaryAbove">The one primary thing has more than this share.</param>
/// <param name="SecondaryBelow">A secondary thing has less.</param>
/// <param name="AdHocBelow">What comes up has less, all together.</param>
/// <param name="MostSecondary">So many secondary things at most.</param>
public sealed record FocusCheck(double PrimaryAbove, double SecondaryBelow, double AdHocBelow, double MostSecondary)
{
    /// <summary>That of a workspace.</summary>
    public static FocusCheck Of(PracticeSettings settings) =>
        new(
            settings.Number("primary-above"),
            settings.Number("secondary-below"),
            settings.Number("ad-hoc-below"),
            settings.Number("most-secondary")
        );

    /// <summary>What is wrong with it, in order; empty where it holds.</summary>
    /// <param name="slots">The places and shares, from 0 to 1.</param>
    public ImmutableArray<FocusBreach> Breaches(IEnumerable<(string Lane, double Share)> slots)
    {
        var lanes = slots.ToLookup(slot => slot.Lane, slot => slot.Share);
        var (primary, secondary) = (lanes["primary"].ToArray(), lanes["secondary"].ToArray());
        var breaches = ImmutableArray.CreateBuilder<FocusBreach>();
        if (primary.Length != 1)
            breaches.Add(FocusBreach.NotOnePrimary);
        if (secondary.Length > MostSecondary)
            breaches.Add(FocusBreach.ManySecondary);
        if (primary.Any(share => share <= PrimaryAbove))
            breaches.Add(FocusBreach.PrimaryThin);
        if (secondary.Sum() >= SecondaryBelow)
            breaches.Add(FocusBreach.SecondaryWide);
        if (lanes["ad-hoc"].Sum() >= AdHocBelow)
            breaches.Add(FocusBreach.AdHocWide);
        return breaches.ToImmutable();
    }
}

/// <summary>What can be wrong with a focus.</summary>
public enum FocusBreach
{
    /// <summary>There is no primary thing, or more than one.</summary>
    NotOnePrimary,

    /// <summary>There are more secondary things than may be.</summary>
    ManySecondary,

    /// <summary>The primary thing has too small a share.</summary>
    PrimaryThin,

    /// <summary>Secondary things have too large a share.</summary>
    SecondaryWide,

    /// <summary>What comes up has too large a share.</summary>
    AdHocWide,
}
