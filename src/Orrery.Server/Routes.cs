using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Orrery.Server;

/// <summary>All addresses of the web face.</summary>
internal static class Routes
{
    public static void MapFace(this IEndpointRouteBuilder routes)
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
        workspace.MapGet("/map", MapPages.Show);
        workspace.MapGet("/orrery.json", MapPages.Picture);
        workspace.MapGet("/new/{kind}", CreateForm.Show);
        workspace.MapPost("/new/{kind}", CreateForm.Save);
        workspace.MapGet("/e/{entity}/edit", EditForm.Show);
        workspace.MapPost("/e/{entity}/edit", EditForm.Save);
        workspace.MapGet("/e/{entity}/relate", RelateForm.Show);
        workspace.MapPost("/e/{entity}/relate", RelateForm.Save);
        workspace.MapGet("/e/{entity}/retire", LifeForms.ShowRetire);
        workspace.MapPost("/e/{entity}/retire", LifeForms.Retire);
        workspace.MapGet("/e/{entity}/restore", LifeForms.ShowRestore);
        workspace.MapPost("/e/{entity}/restore", LifeForms.Restore);
        workspace.MapPost("/e/{entity}/confirm", LifeForms.Confirm);
        workspace.MapGet("/peek/{entity}", EntityPages.Peek);
        workspace.MapGet("/k/{kind}", ListPages.Show);
        workspace.MapGet("/search", SearchPages.Show);
        workspace.MapGet("/build", BuildPages.Show);
        workspace.MapGet("/live", Feed.Follow);
    }
}
