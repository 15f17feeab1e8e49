using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What happens on which day.</summary>
internal static class CalendarShape
{
    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Calendar,
            "Calendar",
            "See what falls on which day, by your own clock.",
            typeof(CalendarBody),
            new ShapeSetting(
                "show",
                "Show",
                SettingSort.Choice,
                "Left out, a week of what comes back, or a month of dates.",
                ("week", "A week"),
                ("month", "A month")
            )
            {
                IsOfReader = true,
            },
            new ShapeSetting(
                "date",
                "Date",
                SettingSort.Column,
                "Which column says when; left out, the first with dates, unless things come back."
            ),
            new ShapeSetting(
                "zone",
                "Time zone",
                SettingSort.Text,
                "By whose clock, e.g. Europe/Berlin; left out, the workspace's."
            )
        )
        {
            IsWide = true,
            Picture = CalendarSvg.Write,
        };
}
