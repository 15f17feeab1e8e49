using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>One relation by itself: what it says, since when, and what points at it.</summary>
public static class RelationPages
{
    public static IResult Show(Visit visit, string relation) =>
        Page.Of<RelationPage>(RelationView.Of(visit, visit.Relation(relation)));
}
