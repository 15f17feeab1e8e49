using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads the tour of a pack (docs/packs.md). Strict: what it does not know is a fault with file and line.</summary>
public static class TourReader
{
    /// <summary>The tour, or all faults of its text in order of lines.</summary>
    /// <param name="pack">The pack it comes with.</param>
    /// <param name="file">What to call the text in messages.</param>
    /// <param name="text">YAML, at most two million characters.</param>
    public static Outcome<Tour> Read(string pack, string file, string text)
    {
        List<Fault> faults = [];
        var map = YamlText.Read(file, text, faults);
        var tour = map is null ? null : Read(pack, map);
        return tour is null || faults.Count > 0 ? new Outcome<Tour>.Refused([.. faults]) : new Outcome<Tour>.Good(tour);
    }

    private static Tour Read(string pack, YamlMap map)
    {
        var tour = new Tour(pack, map.Required("tour"), map.Required("about"), [.. map.Maps("steps").Select(Step)]);
        if (tour.Steps.IsEmpty)
            map.Faults.Add(YamlFaults.Missing(map.Place, map.Path, "steps"));
        map.Close();
        return tour;
    }

    private static TourStep Step(YamlMap map)
    {
        var step = new TourStep(map.Required("look-at"), map.Required("says"), map.Text("at") ?? "");
        map.Close();
        return step;
    }
}
