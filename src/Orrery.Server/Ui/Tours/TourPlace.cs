using System.Globalization;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Where somebody is in the tour of a workspace: the address says <c>tour=3</c>.</summary>
/// <param name="Tour">The tour.</param>
/// <param name="Number">Which step, from 1.</param>
/// <param name="Links">Addresses of the workspace.</param>
/// <param name="Leave">The same page without the tour.</param>
internal sealed record TourPlace(Tour Tour, int Number, Links Links, string Leave)
{
    /// <summary>The part of an address that says which step one is at.</summary>
    public const string Parameter = "tour";

    public TourStep Step => Tour.Steps[Number - 1];

    public string Overview => Links.Tour;

    public string? Before => Number > 1 ? Links.TourStep(Tour, Number - 1) : null;

    public string? Next => Number < Tour.Steps.Length ? Links.TourStep(Tour, Number + 1) : null;

    /// <summary>The place that a visit's address names; null when it names none, or the workspace has no tour.</summary>
    public static TourPlace? Of(Visit visit)
    {
        var request = visit.Http.Request;
        if (
            !int.TryParse(request.Query[Parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || TourShelf.Find(visit.Reading) is not { } tour
            || number < 1
            || number > tour.Steps.Length
        )
            return null;
        var rest = request.Query.Where(part => part.Key != Parameter).ToList();
        var query = string.Join(
            '&',
            rest.SelectMany(part => part.Value, (part, value) => $"{part.Key}={Uri.EscapeDataString(value ?? "")}")
        );
        return new(tour, number, visit.Links, query.Length == 0 ? request.Path.ToString() : $"{request.Path}?{query}");
    }
}
