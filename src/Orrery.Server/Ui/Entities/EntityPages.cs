using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>One thing and its four sides.</summary>
public static class EntityPages
{
    public static IResult Show(Visit visit, string entity) => Page.Of<EntityPage>(EntityView.Of(visit, visit.Entity(entity)));

    public static IResult Peek(Visit visit, string entity) => Page.Of<EntityPeek>(EntityView.Of(visit, visit.Entity(entity)));
}
