using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>One figure over time.</summary>
/// <param name="Of">What it is the figure of, or null.</param>
/// <param name="Points">On which day it was what, oldest first.</param>
/// <param name="Seen">What it is at the moment that is looked at; nothing when there is none.</param>
public sealed record TrendLine(Value? Of, ImmutableArray<TrendPoint> Points, Value Seen)
{
    /// <summary>The most lines that are drawn.</summary>
    public const int Most = 12;

    /// <summary>The most lines that are told as figures.</summary>
    public const int MostTold = 60;

    /// <summary>The lines of a trend in the order of the answer looked at, the first ones; what is in none of the others comes last.</summary>
    public static ImmutableArray<TrendLine> In(Trend trend)
    {
        var here = HereOf(trend);
        return [.. NamesOf(trend).Take(MostTold).Select(name => LineOf(trend, name, here))];
    }

    /// <summary>How many lines there are, told or not.</summary>
    public static int CountIn(Trend trend)
    {
        HashSet<Value> names = new(HereOf(trend).Length);
        foreach (var figures in trend.Asked)
        {
            foreach (var figure in figures)
                names.Add(figure.Of ?? Value.Nothing);
        }

        return names.Count;
    }

    private static IEnumerable<Value> NamesOf(Trend trend) =>
        HereOf(trend).Concat(trend.Asked.SelectMany(figures => figures)).Select(figure => figure.Of ?? Value.Nothing).Distinct();

    private static ImmutableArray<Figure> HereOf(Trend trend) =>
        trend.Asked[trend.Days.IndexOf(trend.Seen) is >= 0 and var at ? at : ^1];

    private static TrendLine LineOf(Trend trend, Value name, ImmutableArray<Figure> here) =>
        new(
            name.IsNothing && trend.Columns.Of is null ? null : name,
            [.. trend.Days.Zip(trend.Asked, (day, figures) => new TrendPoint(day, AmountOf(figures, name), day == trend.Seen))],
            AmountOf(here, name)
        );

    private static Value AmountOf(ImmutableArray<Figure> figures, Value name) =>
        figures.FirstOrDefault(figure => (figure.Of ?? Value.Nothing).Equals(name))?.Amount ?? Value.Nothing;
}
