using System.Buffers;
using System.Collections.Immutable;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A shape as the face offers it.</summary>
/// <param name="Shape">Which one.</param>
/// <param name="Title">On the screen.</param>
/// <param name="Does">What it is good for, in one sentence.</param>
/// <param name="Body">The component that draws it; its one parameter is <c>View</c>, a <see cref="ShownView"/>.</param>
/// <param name="Settings">What it can be told.</param>
public sealed record DrawnShape(
    ViewShape Shape,
    string Title,
    string Does,
    Type Body,
    params ImmutableArray<ShapeSetting> Settings
)
{
    /// <summary>The component that draws the rows which an address asks for (<c>rows=200-400</c>) and nothing else; null when it has no parts.</summary>
    public Type? Part { get; init; }

    /// <summary>Whether it has something to say when nothing fits.</summary>
    public bool DrawsNothing { get; init; }

    /// <summary>Whether it takes all the room there is.</summary>
    public bool IsWide { get; init; }

    /// <summary>What it looks like as a file of its own, in SVG; null where it is no picture.</summary>
    public Func<ShownView, string>? Picture { get; init; }

    /// <summary>Writes what its island draws, as JSON; null where it has none.</summary>
    public Action<ShownView, IBufferWriter<byte>>? Feed { get; init; }

    public string Name => ViewShapes.NameOf(Shape);
}
