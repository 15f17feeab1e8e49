namespace Orrery.Server;

/// <summary>How a field is asked for on a form.</summary>
public enum InputShape
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>As many lines as it takes.</summary>
    Long,

    /// <summary>A list that opens.</summary>
    Select,

    /// <summary>A few choices in sight.</summary>
    Choices,

    /// <summary>Some of a few choices.</summary>
    Ticks,

    /// <summary>Five marks between two ends.</summary>
    Scale,

    /// <summary>From a low to a high number.</summary>
    Range,

    /// <summary>From a first to a last day.</summary>
    Period,

    /// <summary>One box for each part of a record.</summary>
    Parts,

    /// <summary>The parts of a record as a sentence.</summary>
    Sentence,

    /// <summary>A list of records.</summary>
    Records,

    /// <summary>Steps from the lowest to the highest.</summary>
    Ladder,

    /// <summary>Options along a line.</summary>
    Ruler,
}
