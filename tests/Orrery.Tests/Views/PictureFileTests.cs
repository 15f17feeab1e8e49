using System.Xml.Linq;
using Orrery.Server;

namespace Orrery.Tests.Views;

/// <summary>Pictures as files: letters are as wide as whoever opens them has them.</summary>
public sealed class PictureFileTests
{
    [Fact]
    public void What_is_said_of_a_shortened_title_begins_where_the_title_ends()
    {
        var title = new string('W', 80);
        var file = XDocument.Parse(
            GridSvg.Write(
                new(
                    "Board",
                    "",
                    0,
                    230,
                    ["Option"],
                    [new([], [new([new(title, "intent", PictureLook.Usual, "from Committed")])])]
                )
            )
        );

        var line = file.Descendants()
            .Single(text => text.Name.LocalName == "text" && text.Value.EndsWith("Committed", StringComparison.Ordinal));
        Assert.Equal(2, line.Elements().Count());
        Assert.Null(line.Elements().Last().Attribute("x"));
        Assert.EndsWith("…", line.Elements().First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_stands_in_by_level_says_how_many_rows_it_left_out_and_keeps_long_titles_within_the_paper()
    {
        var file = XDocument.Parse(
            ListSvg.Write(
                new(
                    "Outline",
                    "as of today",
                    [("bet", false), ("price", true)],
                    [
                        new([new(new string('W', 300), "intent", PictureLook.Usual), new("12", null, PictureLook.Usual)]),
                        new([new("below", "intent", PictureLook.Gone, "gone"), new("", null, PictureLook.Usual)], Level: 1),
                    ],
                    1_202
                )
            )
        );

        var width = double.Parse(file.Root!.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(width, 300, 700);
        Assert.Contains(file.Descendants(), text => text.Value == "1,200 more");
        var texts = file.Descendants().Where(text => text.Name.LocalName == "text").ToArray();
        Assert.True(
            X(texts.Single(text => text.Value.StartsWith("below", StringComparison.Ordinal)))
                > X(texts.Single(text => text.Value.StartsWith('W')))
        );

        static double X(XElement text) =>
            double.Parse(text.Attribute("x")!.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("👩‍🔬")]
    [InlineData("🇨🇭")]
    [InlineData("漢")]
    public void A_title_is_cut_between_what_people_see_as_letters(string letter)
    {
        var fit = SvgFile.Fit(string.Concat(Enumerable.Repeat(letter, 60)), 150);

        Assert.Equal("", fit.Replace(letter, "", StringComparison.Ordinal).TrimEnd('…'));
        Assert.InRange(SvgFile.WidthOf(fit), 20, 150);
    }

    [Fact]
    public void Wide_letters_take_more_room_than_narrow_ones() =>
        Assert.True(SvgFile.Fit(new string('W', 60), 200).Length * 2 < SvgFile.Fit(new string('i', 60), 200).Length);
}
