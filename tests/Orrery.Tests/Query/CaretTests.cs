using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>Where a fault is shown to people.</summary>
public sealed class CaretTests
{
    [Fact]
    public void A_place_is_shown_with_line_column_and_carets() =>
        Assert.Equal(
            """
            line 2, column 7
            WHERE m.name = 1
                  ^^^^^^
            """,
            Caret.Render("MATCH (n)\nWHERE m.name = 1\nRETURN n", new(16, 6))
        );

    [Fact]
    public void The_end_of_the_text_has_one_caret() =>
        Assert.Equal("line 1, column 7\nRETURN\n      ^", Caret.Render("RETURN", new(6, 0)));

    [Fact]
    public void Nothing_has_a_place_too() => Assert.Equal("line 1, column 1\n\n^", Caret.Render("", new(0, 0)));

    [Fact]
    public void What_goes_on_in_the_next_line_is_marked_in_the_first_only() =>
        Assert.Equal("line 1, column 8\nRETURN [1,\n       ^^^", Caret.Render("RETURN [1,\r\n2]", new(7, 7)));

    [Fact]
    public void Tabs_and_controls_take_one_column() =>
        Assert.Equal("line 1, column 3\n  x\n  ^", Caret.Render("\t\0x", new(2, 1)));

    [Fact]
    public void Wide_characters_take_two_columns_and_marks_take_none()
    {
        Assert.Equal("line 1, column 4\n日本 x\n     ^", Caret.Render("日本 x", new(3, 1)));
        Assert.Equal("line 1, column 3\ne\u0301 x\n  ^", Caret.Render("e\u0301 x", new(3, 1)));
        Assert.Equal("line 1, column 2\n😀x\n  ^", Caret.Render("😀x", new(2, 1)));
    }

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var shown = Caret.Render(new string('a', 500) + "!" + new string('b', 500), new(500, 1)).Split('\n');

        Assert.Equal("line 1, column 501", shown[0]);
        Assert.Equal("…" + new string('a', 60) + "!" + new string('b', 38) + "…", shown[1]);
        Assert.Equal(new string(' ', 61) + "^", shown[2]);
    }

    [Fact]
    public void A_place_outside_of_the_text_is_its_end() => Assert.Equal((1, 4), Caret.PlaceOf("abc", new(99, 3)));
}
