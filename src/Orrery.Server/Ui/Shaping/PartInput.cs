using Orrery.Graph;

namespace Orrery.Server;

/// <summary>One thing that is filled in about a part of the model.</summary>
/// <param name="Name">Its name in the form: one of <see cref="Orrery.Practice.PartText"/>.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Sort">How it is filled in.</param>
/// <param name="Text">What stands in it.</param>
public sealed record PartInput(string Name, string Label, PartInputSort Sort, string Text)
{
    /// <summary>What may be chosen, by group; empty for free text.</summary>
    public IReadOnlyList<PartChoices> Choices { get; init; } = [];

    public string? Hint { get; init; }

    /// <summary>The heading it stands under; empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>What each of several numbers is: then there is an input for each.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>What is offered while a line is typed.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Said beside the label when it is not as it usually is.</summary>
    public string? Mark { get; init; }

    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Why it was not taken, or null.</summary>
    public Fault? Problem { get; init; }

    /// <summary>What somebody else made of it in the meantime, in words; null when nobody did.</summary>
    public string? Elsewhere { get; init; }

    public bool IsFine => Problem is null && Elsewhere is null;
}

/// <summary>Choices under one heading.</summary>
/// <param name="Title">The heading; empty for none.</param>
/// <param name="Options">What is sent, and what is read.</param>
public sealed record PartChoices(string Title, IReadOnlyList<(string Value, string Words)> Options);

/// <summary>How something is filled in.</summary>
public enum PartInputSort
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>One of the choices.</summary>
    One,

    /// <summary>Any of the choices.</summary>
    Many,

    /// <summary>Several numbers, one for each of the parts.</summary>
    Row,
}
