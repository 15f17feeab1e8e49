using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Things along the time they take.</summary>
internal static class TimelineShape
{
    public const string From = "from";
    public const string To = "to";
    public const string Period = "period";
    public const string Group = "group";
    public const string Depends = "depends";
    public const string Zoom = "zoom";

    /// <summary>What waits for what, where the model knows it and nothing else is said.</summary>
    public const string UsuallyDepends = "depends-on";

    public static DrawnShape Drawn { get; } =
        new(
            ViewShape.Timeline,
            "Timeline",
            "See what runs when, and what waits for what.",
            typeof(TimelineChart),
            new ShapeSetting(
                Period,
                "When",
                SettingSort.Column,
                "A column of periods or dates. Left out: the period of the thing itself, else its horizon."
            ),
            new ShapeSetting(From, "From", SettingSort.Column, "A column of first days, where there are two."),
            new ShapeSetting(To, "Until", SettingSort.Column, "A column of last days, where there are two."),
            new ShapeSetting(Group, "Grouped by", SettingSort.Column, "Rows of one value stand together. Left out: not grouped."),
            new ShapeSetting(
                Depends,
                "What waits for what",
                SettingSort.RelationType,
                "The relation that is drawn as a curve. Left out: depends on, where there is one."
            ),
            new ShapeSetting(
                Zoom,
                "How close",
                SettingSort.Choice,
                "Left out: so that everything fits.",
                ("week", "Weeks"),
                ("month", "Months"),
                ("quarter", "Quarters"),
                ("year", "Years"),
                ("decade", "Decades")
            )
            {
                IsOfReader = true,
            }
        )
        {
            Picture = view => TimelineSvg.Write(view, TimelineView.Of(view)),
        };

    /// <summary>How an address writes it.</summary>
    public static string NameOf(TimeZoom zoom) => zoom.ToString().ToLowerInvariant();

    public static TimeZoom? Find(string? name) =>
        Enum.GetValues<TimeZoom>().Where(zoom => NameOf(zoom) == name).Select(zoom => (TimeZoom?)zoom).FirstOrDefault();
}
