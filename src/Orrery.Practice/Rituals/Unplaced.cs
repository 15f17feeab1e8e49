namespace Orrery.Practice;

/// <summary>Why something that comes back cannot be put on a day.</summary>
public enum Unplaced
{
    /// <summary>How often is not said.</summary>
    NoRhythm,

    /// <summary>How often is said in words that no rule understands.</summary>
    WordsOnly,

    /// <summary>The day of the week is not said.</summary>
    NoDay,

    /// <summary>Which of the days in a month is not said.</summary>
    NoPlace,

    /// <summary>It is several times in a month, at no days that are said.</summary>
    SeveralTimes,

    /// <summary>Its time zone is none.</summary>
    UnknownZone,
}
