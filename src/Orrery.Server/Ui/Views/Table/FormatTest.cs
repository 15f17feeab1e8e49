namespace Orrery.Server;

/// <summary>What a rule asks of a value.</summary>
public enum FormatTest
{
    /// <summary>There is none.</summary>
    Empty,

    /// <summary>There is one.</summary>
    NotEmpty,

    /// <summary>Its words hold others.</summary>
    Contains,

    /// <summary>It is this.</summary>
    Equal,

    /// <summary>It is something else.</summary>
    NotEqual,

    /// <summary>It is less, or earlier.</summary>
    Less,

    /// <summary>It is no more, or no later.</summary>
    AtMost,

    /// <summary>It is more, or later.</summary>
    More,

    /// <summary>It is no less, or no earlier.</summary>
    AtLeast,
}
