using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The seven horizons of a workspace: how far ahead each reaches is the setting <c>horizon-ends</c> (domain catalogue 2.2).</summary>
public sealed class Horizons
{
    // Decades have no end; drawn along a line they get one.
    private const double DecadesAreDrawnTo = 10_950;

    private readonly ImmutableArray<double> _ends;

    private Horizons(ImmutableArray<double> ends) => _ends = ends;

    /// <summary>The options of the field, nearest first.</summary>
    public static IReadOnlyList<string> All { get; } = ["h0", "h1", "h2", "h3", "h4", "h5", "h6"];

    /// <summary>How many there are.</summary>
    public static int Count => All.Count;

    /// <summary>Those of a workspace: today's, also when the past is read.</summary>
    public static Horizons Of(Model model) => new(PracticeSettings.Of(model).HorizonEnds);

    /// <summary>The horizon of that many days ahead, from 0; what is below 0 counts as 0.</summary>
    public int At(double days) => HorizonBuckets.Of(days, _ends);

    /// <summary>The days that a horizon spans, seen from a day; null for what is no horizon.</summary>
    /// <remarks>They do not overlap: months begin where weeks end, and none is shorter than a day.</remarks>
    public DaySpan? Span(string? option, LocalDate from)
    {
        var at = All.ToImmutableArray().IndexOf(option ?? "");
        return at < 0 ? null : new(from.PlusDays(at == 0 ? 0 : LastDay(at - 1)), from.PlusDays(LastDay(at)));
    }

    /// <summary>How many days ahead the middle of a horizon lies: the geometric mean of its ends, half of the end of the first; null for what is no horizon.</summary>
    public double? MiddleOf(string? option) =>
        All.ToImmutableArray().IndexOf(option ?? "") switch
        {
            < 0 => null,
            0 => _ends[0] / 2,
            var at when at < _ends.Length => Math.Sqrt(_ends[at - 1] * _ends[at]),
            _ => _ends[^1] * Math.Sqrt(_ends[^1] / _ends[^2]),
        };

    private int LastDay(int horizon) =>
        (int)Math.Ceiling(horizon < _ends.Length ? _ends[horizon] : Math.Max(DecadesAreDrawnTo, 2 * _ends[^1]));
}
