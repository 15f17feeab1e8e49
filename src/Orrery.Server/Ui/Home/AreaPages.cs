using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>My area: what somebody looks after, and what of it waits.</summary>
internal static class AreaPages
{
    private static readonly Duration OneYear = Duration.FromDays(365);

    public static IResult Show(Visit visit)
    {
        var area = Self.AreaOf(visit);
        var matters = area is null ? [] : Matters.Of(visit.Reading, visit.Reading.Valid - OneYear, area, visit.Dates.Zone);
        return Page.Of<AreaPage>(new AreaView(visit, area, matters, new(visit.Reading)));
    }
}

/// <summary>What the page of an area shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Area">What they look after; null when they are no person of the workspace.</param>
/// <param name="Matters">What of it waits.</param>
/// <param name="Trust">When each was last looked at.</param>
public sealed record AreaView(Visit Visit, Area? Area, ImmutableArray<Matter> Matters, Trust Trust)
{
    /// <summary>What is held, by category, one's own before the teams'.</summary>
    public IEnumerable<(string Category, ImmutableArray<Holding> Held)> Groups =>
        (Area?.Held ?? [])
            .GroupBy(held => Visit.Reading.Model.CategoryOf(held.Thing.Kind))
            .OrderBy(group => Array.IndexOf(RailLists.Order, group.Key) is >= 0 and var place ? place : RailLists.Order.Length)
            .Select(group => (group.Key, group.ToImmutableArray()));
}
