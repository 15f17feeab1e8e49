using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Orrery.Server;

/// <summary>All addresses of the web face.</summary>
internal static class Routes
{
    public static void MapFace(this IEndpointRouteBuilder routes, ServerOptions options)
    {
        routes.MapGet("/", FrontPages.Start);
        routes.MapGet("/workspaces", FrontPages.List);
        routes.MapGet("/gallery", GalleryPages.Show);
        routes.MapGet("/frame", FramePages.Show);
        var workspace = routes.MapGroup("/w/{workspace}");
        workspace.MapGet("/", HomePages.Show);
        workspace.MapGet("/area", AreaPages.Show);
        workspace.MapGet("/e/{entity}", EntityPages.Show);
        workspace.MapGet("/e/{entity}/history", HistoryPages.OfEntity);
        workspace.MapGet("/e/{entity}/trace", LadderPages.Show);
        workspace.MapGet("/history", HistoryPages.OfWorkspace);
        workspace.MapGet("/history/{revision:long}", HistoryPages.OfChange);
        workspace.MapPost("/undo/{revision:long}", HistoryPages.Undo);
        workspace.MapGet("/compare", ComparePages.Show);
        workspace.MapGet("/map", MapPages.Show);
        workspace.MapGet("/threads", ThreadPages.Show);
        workspace.MapGet("/orrery.json", MapPages.Picture);
        workspace.MapGet("/new", QuickPages.Show);
        workspace.MapGet("/new/{kind}", CreateForm.Show);
        workspace.MapPost("/new/{kind}", CreateForm.Save);
        workspace.MapGet("/r/{relation}", RelationPages.Show);
        workspace.MapGet("/r/{relation}/history", HistoryPages.OfRelation);
        MapForms(workspace.MapGroup("/e/{entity}"), options);
        MapForms(workspace.MapGroup("/r/{relation}"), options);
        workspace.MapGet("/e/{entity}/step", StepPages.Show);
        workspace.MapPost("/e/{entity}/step", StepPages.Take);
        workspace.MapGet("/e/{entity}/observe", ObserveForm.Show);
        workspace.MapPost("/e/{entity}/observe", ObserveForm.Save);
        workspace.MapGet("/peek/{entity}", EntityPages.Peek);
        workspace.MapGet("/k/{kind}", ListPages.Show);
        workspace.MapGet("/me", PersonForm.Show);
        workspace.MapPost("/me", PersonForm.Save);
        workspace.MapGet("/inbox", InboxPages.Show);
        workspace.MapGet("/names", NamePages.Show);
        workspace.MapGet("/palette", PalettePages.Show);
        workspace.MapGet("/search", SearchPages.Show);
        workspace.MapGet("/ask", AskPages.Show);
        workspace.MapPost("/ask", AskPages.Make);
        workspace.MapGet("/ask/words.json", AskWords.Answer);
        workspace.MapGet("/ask/check.json", AskCheck.Answer);
        workspace.MapGet("/ask.csv", AskExports.Csv);
        workspace.MapGet("/ask.json", AskExports.Json);
        workspace.MapGet("/build", BuildPages.Show);
        workspace.MapGet("/many", ManyPages.Show);
        workspace.MapPost("/many", ManyPages.Make);
        workspace.MapGet("/many/others", ManyPages.Suggest);
        workspace.MapGet("/paste", PastePages.Show);
        workspace.MapPost("/paste", PastePages.Take);
        MapViews(workspace);
        workspace.MapGet("/tour", TourPages.Show);
        workspace.MapGet("/what-if", SupposePages.Show);
        MapWords(workspace.MapGroup("/words"));
        workspace.MapGet("/settings", SettingsPages.Show);
        workspace.MapPost("/settings", SettingsPages.Save);
        MapPacks(workspace.MapGroup("/packs"));
        ModelRoutes.Map(workspace.MapGroup("/model"));
        workspace.MapGet("/live", Feed.Follow);
    }

    private static void MapViews(RouteGroupBuilder workspace)
    {
        workspace.MapGet("/view", ViewPages.ShowUnsaved);
        workspace.MapGet("/neighbours.json", GraphPages.Neighbours);
        workspace.MapGet("/path.json", GraphPages.Path);
        workspace.MapGet("/v", ViewPages.List);
        workspace.MapGet("/v/new", SaveView.ShowNew);
        workspace.MapPost("/v/new", SaveView.Create);
        workspace.MapGet("/v/{key}", ViewPages.ShowSaved);
        workspace.MapGet("/v/{key}/edit", SaveView.ShowEdit);
        workspace.MapPost("/v/{key}/edit", SaveView.Save);
        workspace.MapPost("/v/{key}/pin", SaveView.Pin);
        workspace.MapPost("/v/{key}/remove", SaveView.Remove);
    }

    private static void MapWords(RouteGroupBuilder words)
    {
        words.MapGet("/", DictionaryPages.Show);
        words.MapPost("/", DictionaryPages.Add);
        words.MapGet("/{word}", WordForms.Show);
        words.MapPost("/{word}", WordForms.Save);
        words.MapPost("/{word}/prefer", WordForms.Prefer);
        words.MapPost("/{word}/remove", DictionaryPages.Remove);
        words.MapGet("/by/{community}", CommunityForms.Show);
        words.MapPost("/by/{community}", CommunityForms.Save);
    }

    private static void MapPacks(RouteGroupBuilder packs)
    {
        packs.MapGet("/", PackPages.List);
        packs.MapGet("/text", PackPages.ShowText);
        packs.MapPost("/text", PackPages.TakeText);
        packs.MapGet("/publish", PublishPages.ShowOwn);
        packs.MapGet("/publish.yaml", PublishPages.TakeOwn);
        packs.MapGet("/{name}", PackPages.Show);
        packs.MapGet("/{name}/publish", PublishPages.ShowInstalled);
        packs.MapGet("/{name}/publish.yaml", PublishPages.TakeInstalled);
        packs.MapGet("/{name}/{deed}", PackPages.Look);
        packs.MapPost("/{name}/{deed}", PackPages.Do);
    }

    // What can be done to a thing can be done to a relation.
    private static void MapForms(RouteGroupBuilder subject, ServerOptions options)
    {
        subject.MapGet("/edit", EditForm.Show);
        subject.MapPost("/edit", EditForm.Save);
        subject.MapGet("/relate", RelateForm.Show);
        subject.MapPost("/relate", RelateForm.Save);
        subject.MapGet("/relate/others", RelateForm.Suggest);
        subject.MapGet("/retire", LifeForms.ShowRetire);
        subject.MapPost("/retire", LifeForms.Retire);
        subject.MapGet("/restore", LifeForms.ShowRestore);
        subject.MapPost("/restore", LifeForms.Restore);
        subject.MapGet("/when", LifeForms.ShowWhen);
        subject.MapPost("/when", LifeForms.When);
        subject.MapPost("/confirm", LifeForms.Confirm);
        subject.MapGet("/discussion", DiscussionPages.Show);
        subject.MapPost("/discussion", DiscussionPages.Say);
        subject.MapPost("/discussion/{comment}/resolve", DiscussionPages.Resolve);
        subject.MapPost("/watch", DiscussionPages.Watch);
        subject.MapGet("/files", FilePages.Show);
        UploadLimit.For(subject.MapPost("/files", FilePages.Attach), options.LargestFileInBytes);
        subject.MapGet("/files/{file}", FilePages.Open);
        subject.MapPost("/files/{file}/remove", FilePages.Remove);
    }
}
