using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>Something a shape can be told.</summary>
/// <param name="Name">In addresses and packs, e.g. <c>by</c>.</param>
/// <param name="Title">On the screen.</param>
/// <param name="Sort">What it takes.</param>
/// <param name="Help">One sentence; what happens when it is left out.</param>
/// <param name="Choices">What it may be, stored and shown, where it is one of a few.</param>
public sealed record ShapeSetting(
    string Name,
    string Title,
    SettingSort Sort,
    string Help,
    params ImmutableArray<(string Value, string Title)> Choices
)
{
    /// <summary>Whether it is how somebody looks at the view rather than what the view is: how close, in which arrangement. It is in the address, and saved only when somebody saves.</summary>
    public bool IsOfReader { get; init; }
}

/// <summary>What a setting takes.</summary>
public enum SettingSort
{
    /// <summary>One column of the answer, by name.</summary>
    Column,

    /// <summary>Several columns of the answer, by name, separated by commas.</summary>
    Columns,

    /// <summary>One type of relation, by its symbol.</summary>
    RelationType,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>Yes, or left out.</summary>
    Flag,

    /// <summary>Whatever is typed.</summary>
    Text,
}
