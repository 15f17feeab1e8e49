using Microsoft.AspNetCore.Http;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What a thing leads up to, and what leads up to it, by the seven horizons.</summary>
internal static class LadderPages
{
    private const int MostVisited = 5_000;

    public static IResult Show(Visit visit, string entity)
    {
        var thing = visit.Entity(entity);
        return Page.Of<LadderPage>(
            new LadderView(EntityView.HeadOf(visit, thing), Ladder.Near(thing, visit.Dates.Zone, MostVisited))
        );
    }
}
