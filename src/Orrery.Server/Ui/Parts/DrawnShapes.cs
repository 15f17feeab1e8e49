using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The marks of categories, written once: a list shows hundreds of them.</summary>
internal static class DrawnShapes
{
    private const string Other = "practice";

    private static readonly Freshness[] Bands = Enum.GetValues<Freshness>();

    private static readonly Dictionary<(string, Freshness), MarkupString> Drawn = RailLists
        .Order[..5]
        .SelectMany(category => Bands.Select(fresh => (category, fresh)))
        .ToDictionary(mark => mark, mark => Draw(mark.category, mark.fresh));

    /// <summary>The mark of a category, which says how fresh what it stands beside is.</summary>
    public static MarkupString Of(string category, Freshness fresh = Freshness.Unknown) =>
        Drawn.TryGetValue((category, fresh), out var known) ? known : Drawn[(Other, fresh)];

    private static MarkupString Draw(string category, Freshness fresh) =>
        new(
            $"<svg class=\"shape shape-{category} {Trust(fresh)}\" aria-hidden=\"true\"><use href=\"{Sprite.Shape(category)}\"></use></svg>"
        );

    private static string Trust(Freshness fresh) =>
        fresh switch
        {
            Freshness.Fresh => "trust-fresh",
            Freshness.Ageing => "trust-ageing",
            Freshness.Stale => "trust-stale",
            _ => "",
        };
}
