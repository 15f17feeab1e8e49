using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>A view that is kept: a question with a shape, made for somebody and some task. It is an entity of the meta-kind <c>view</c>.</summary>
/// <param name="Id">The entity.</param>
/// <param name="Key">The key of its ref, which addresses say.</param>
/// <param name="Definition">What it shows.</param>
/// <param name="Owner">Who made it; null for one that a pack brought.</param>
/// <param name="Pack">The pack that brought it, or null.</param>
public sealed record SavedView(Id Id, string Key, ViewDefinition Definition, string? Owner, string? Pack);

/// <summary>What a view shows, and to whom.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Query">In openCypher. <c>$this</c> stands for the thing on whose page it is shown.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="Settings">What the shape is told, by the names it documents, e.g. <c>by: status</c>.</param>
/// <param name="Parameters">What stands for the query's other parameters, as typed.</param>
/// <param name="Task">What it helps to do, in words.</param>
/// <param name="Audience">Whom it is for, in words.</param>
/// <param name="About">The symbol of the kind on whose pages it is shown, or null.</param>
/// <param name="IsPinned">Whether it stands in everybody's rail.</param>
public sealed record ViewDefinition(
    string Title,
    string Query,
    ViewShape Shape,
    ImmutableSortedDictionary<string, string> Settings,
    ImmutableSortedDictionary<string, string> Parameters,
    string? Task,
    string? Audience,
    string? About,
    bool IsPinned
)
{
    /// <summary>The parameter that stands for the thing on whose page a view is shown.</summary>
    public const string This = "this";
}
