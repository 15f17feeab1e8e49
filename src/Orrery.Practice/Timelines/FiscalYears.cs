using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>The fiscal years of a workspace: they begin each year on the day that the setting <c>fiscal-year-start</c> says (domain catalogue 2.1).</summary>
public sealed class FiscalYears
{
    private static readonly AnnualDatePattern Pattern = AnnualDatePattern.Iso;

    private readonly AnnualDate _start;

    private FiscalYears(AnnualDate start) => _start = start;

    /// <summary>Those of a workspace; of the calendar where what it says is no day.</summary>
    public static FiscalYears Of(Model model) =>
        new(TryParse(PracticeSettings.Of(model).Text("fiscal-year-start"), out var start) ? start : new(1, 1));

    /// <summary>Whether a text is a month and a day, as <c>04-01</c>.</summary>
    public static bool TryParse(string? text, out AnnualDate start) => Pattern.Parse(text ?? "").TryGetValue(default, out start);

    /// <summary>The first day of the one in which a day lies. Where it begins on 29 February, years without one begin a day earlier.</summary>
    public LocalDate BeginOf(LocalDate day) =>
        _start.InYear(day.Year) <= day ? _start.InYear(day.Year) : _start.InYear(day.Year - 1);
}
