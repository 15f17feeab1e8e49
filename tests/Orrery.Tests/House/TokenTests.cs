using System.Globalization;
using System.Text.RegularExpressions;
using Orrery.Server;

namespace Orrery.Tests.House;

/// <summary>The colours of the two themes: which there are, and that one can read what is written in them.</summary>
public sealed partial class TokenTests
{
    private const int TimeoutInMilliseconds = 10_000;

    // WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (what must be seen to be used).
    private const double Text = 4.5;
    private const double Edge = 3;

    private static readonly string[] Grounds = ["bg", "bg-sunk", "bg-raised", "bg-hover"];

    private static readonly string[] Inks = ["ink", "ink-2"];

    private static readonly string[] Said = ["accent", "ask", "fault", "good"];

    private static readonly Dictionary<string, Theme> Colours = Token
        .Matches(Checkout.Read("src/Orrery.Server/Assets/styles/tokens.css"))
        .ToDictionary(
            token => token.Groups["name"].Value,
            token => new Theme(Colour(token, "light"), Colour(token, "dark")),
            StringComparer.Ordinal
        );

    public static TheoryData<string, string, double> Pairs =>
        [
            .. Grounds.SelectMany(ground => Inks.Select(ink => (ink, ground, Text))),
            .. Grounds[..3].Select(ground => ("ink-3", ground, Text)),
            .. Grounds[..3].SelectMany(ground => Categories.Select(category => ($"{category}-ink", ground, Text))),
            .. Grounds[..3].SelectMany(ground => Categories.Select(category => (category, ground, Edge))),
            .. Grounds[..3].SelectMany(ground => Said.Select(ink => (ink, ground, Text))),
            ("accent-ink", "accent", Text),
            ("accent", "accent-wash", Text),
            ("fault", "fault-wash", Text),
            ("ink-2", "fault-wash", Text),
            ("ink-3", "fault-wash", Text),
            ("good", "good-wash", Text),
            ("ink", "good-wash", Text),
            ("past-ink", "past", Text),
            ("ink", "past", Text),
            ("bg", "ink", Text),
            ("line-field", "bg-raised", Edge),
        ];

    private static IEnumerable<string> Categories => RailLists.Order.Where(category => category.Length > 0);

    [Fact]
    public void The_gallery_shows_every_colour() =>
        Assert.Equal(
            Colours.Keys.Order(StringComparer.Ordinal),
            GalleryView.Colours.SelectMany(group => group.Tokens).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_written_can_be_read_in_both_themes(string ink, string ground, double least)
    {
        var light = Contrast(Colours[ink].Light, Colours[ground].Light);
        var dark = Contrast(Colours[ink].Dark, Colours[ground].Dark);

        Assert.True(
            light >= least && dark >= least,
            $"{ink} on {ground}: {light:0.00} in paper, {dark:0.00} at night, least {least}"
        );
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double Colour(Match token, string theme)
    {
        var parts = token.Groups[theme].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Luminance(Number(parts[0].TrimEnd('%')) / 100, Number(parts[1]), Number(parts[2]) * Math.PI / 180);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // Relative luminance of an OKLCH colour: CSS Color 4, section 18 (sample code), clipped to sRGB.
    private static double Luminance(double lightness, double chroma, double hue)
    {
        var (a, b) = (chroma * Math.Cos(hue), chroma * Math.Sin(hue));
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        var red = (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s);
        var green = (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s);
        var blue = (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s);
        return (0.2126 * Math.Clamp(red, 0, 1)) + (0.7152 * Math.Clamp(green, 0, 1)) + (0.0722 * Math.Clamp(blue, 0, 1));
    }

    private sealed record Theme(double Light, double Dark);

    [GeneratedRegex(
        @"--(?<name>[\w\-]+): light-dark\(oklch\((?<light>[^)]+)\), oklch\((?<dark>[^)]+)\)\)",
        RegexOptions.ExplicitCapture,
        TimeoutInMilliseconds
    )]
    private static partial Regex Token { get; }
}
