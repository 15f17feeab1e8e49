using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Orrery.Server;

/// <summary>All addresses of the web face.</summary>
internal static class Routes
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", FrontPages.Start);
        routes.MapGet("/workspaces", FrontPages.List);
        var workspace = routes.MapGroup("/w/{workspace}");
        workspace.MapGet("/", HomePages.Show);
        workspace.MapGet("/e/{entity}", EntityPages.Show);
        workspace.MapGet("/e/{entity}/history", HistoryPages.OfEntity);
        workspace.MapGet("/history", HistoryPages.OfWorkspace);
        workspace.MapGet("/history/{revision:long}", HistoryPages.OfChange);
        workspace.MapPost("/undo/{revision:long}", HistoryPages.Undo);
        workspace.MapGet("/compare", ComparePages.Show);
        workspace.MapGet("/peek/{entity}", EntityPages.Peek);
        workspace.MapGet("/k/{kind}", ListPages.Show);
        workspace.MapGet("/search", SearchPages.Show);
        workspace.MapGet("/live", Feed.Follow);
    }
}
