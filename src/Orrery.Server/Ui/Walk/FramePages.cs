using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The walk of the frame: every idea and where it is alive.</summary>
internal static class FramePages
{
    public static IResult Show(WorkspaceShelf shelf) => Page.Of<FramePage>(new FrameView(FrameWalk.Chapters, [.. shelf.Names()]));
}

/// <summary>What the walk of the frame shows.</summary>
/// <param name="Chapters">All ideas.</param>
/// <param name="Workspaces">The workspaces that are here: ideas of others have no link.</param>
public sealed record FrameView(ImmutableArray<FrameChapter> Chapters, ImmutableHashSet<string> Workspaces)
{
    /// <summary>Companies that the walk needs and that are not here.</summary>
    public IEnumerable<DemoCompany> Missing => DemoShelf.Companies.Where(company => !Workspaces.Contains(company.Name));
}
