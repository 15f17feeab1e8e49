using Orrery.Server;

namespace Orrery.Tests.Touch;

/// <summary>Lists and tables as people paste them.</summary>
public sealed class PastedTableTests
{
    [Theory]
    [InlineData("One\nTwo", "One / Two")]
    [InlineData("- One\n* Two\n3. Three\n- [x] Four\n\n", "One / Two / Three / Four")]
    [InlineData("One, with a comma\nTwo", "One, with a comma / Two")]
    [InlineData("Title\tStatus\nOne\toption\nTwo", "Title|Status / One|option / Two|")]
    [InlineData("a,b\n\"x, y\",\"say \"\"hi\"\"\"", "a|b / x, y|say \"hi\"")]
    [InlineData("a;b\n1,5;2", "a|b / 1,5|2")]
    [InlineData("A\tB\n\"two\nlines\"\tx", "A|B / two\nlines|x")]
    [InlineData("| A | B |\n|---|---|\n| 1 | 2 |", "A|B / 1|2")]
    [InlineData("1.5 million\n2 million", "1.5 million / 2 million")]
    [InlineData("عنوان\tحالة\nواحد\tx", "عنوان|حالة / واحد|x")]
    public void A_text_is_read_into_rows_and_cells(string text, string rows) =>
        Assert.Equal(rows, string.Join(" / ", PastedTable.Read(text).Rows.Select(row => string.Join('|', row))));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\n ")]
    [InlineData("\t\t\n\t")]
    public void Nothing_is_no_row(string text) => Assert.Empty(PastedTable.Read(text).Rows);
}
