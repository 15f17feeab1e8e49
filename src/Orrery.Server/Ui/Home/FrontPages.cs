using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>The first page: straight into the only workspace, or a choice.</summary>
public static class FrontPages
{
    public static IResult Start(WorkspaceShelf shelf) =>
        shelf.Names() is [var only] ? Results.Redirect(new Links(only, "").Home) : List(shelf);

    public static IResult List(WorkspaceShelf shelf) => Page.Of<FrontPage>(shelf.Names());
}
