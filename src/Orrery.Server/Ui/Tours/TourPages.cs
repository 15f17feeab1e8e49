using Microsoft.AspNetCore.Http;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The tour of a workspace as a list of its steps.</summary>
internal static class TourPages
{
    public static IResult Show(Visit visit) => Page.Of<TourPage>(new TourView(visit, TourShelf.Find(visit.Reading)));
}

/// <summary>What the page of a tour shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Tour">The tour; null where no pack of the workspace brings one.</param>
public sealed record TourView(Visit Visit, Tour? Tour);
