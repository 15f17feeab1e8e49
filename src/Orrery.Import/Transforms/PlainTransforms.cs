using System.Collections.Frozen;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Import;

/// <summary>The transforms that take no settings, by the names that mappings call them.</summary>
internal static class PlainTransforms
{
    public static readonly FrozenDictionary<string, Transform> ByName = new Transform.Plain[]
    {
        new("trim", text => Kept(text.Trim())),
        new("lower", text => Transformed.Of(text.ToLowerInvariant())),
        new("slug", Texts.Slug),
        new("plain", Texts.Plain),
        new("markdown", Texts.Markdown),
        new("url", Texts.Url),
        new("handle", Handles.Read),
        new("date", Dates.Read),
        new("clock", Clocks.Read),
        new("zone", Zones.Read),
        new("weekday", Weekdays.ReadOne),
        new("weekdays", Weekdays.Read),
        new("cadence", Cadences.Read),
        new("integer", Integer),
        new("positive", Positive),
        new("number", Number),
        new("flag", Flag),
    }.ToFrozenDictionary(t => t.Name, Transform (t) => t);

    private static Transformed Kept(string text) => text.Length == 0 ? Transformed.Nothing : Transformed.Of(text);

    private static Transformed Integer(string text) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Transformed.Of(Value.Of(number))
            : new Transformed.Rejected("is no whole number");

    /// <summary>A whole number above zero as a text without leading zeros: a number that names something.</summary>
    private static Transformed Positive(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Transformed.Of(number.ToString(CultureInfo.InvariantCulture))
            : new Transformed.Rejected("is no number above zero");

    private static Transformed Number(string text) =>
        double.TryParse(
            text.Trim(),
            NumberStyles.Float | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? Transformed.Of(Value.Of(number))
            : new Transformed.Rejected("is no number");

    private static Transformed Flag(string text) =>
        text.Trim().ToLowerInvariant() switch
        {
            "true" => Transformed.Of(Value.Of(true)),
            "false" => Transformed.Of(Value.Of(false)),
            "yes" or "y" or "on" or "1" => Transformed.Of(Value.Of(true), "read as true"),
            "no" or "n" or "off" or "0" => Transformed.Of(Value.Of(false), "read as false"),
            _ => new Transformed.Rejected("is neither true nor false"),
        };
}
