using System.Text;
using System.Text.Json;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>What programs get of an answer is all of it, in the form of JSON where that is asked for.</summary>
public sealed class AnswerFormTests
{
    private static readonly Reading Empty = GraphSnapshot
        .Empty()
        .Read(NodaTime.Instant.MinValue, NodaTime.Instant.MinValue, Mask.Nothing);

    [Fact]
    public void A_long_list_is_whole_for_programs_and_people_are_told_of_the_rest()
    {
        var list = Value.Of(Enumerable.Range(0, 1_500).Select(number => Value.Of(number)));

        Assert.EndsWith(", 1499]", AnswerWords.Of(list, Empty, isForPeople: false), StringComparison.Ordinal);
        Assert.EndsWith(", 999, and 500 more]", AnswerWords.Of(list, Empty, isForPeople: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_lists_and_maps_are_those_of_json()
    {
        var value = Value.Of([Value.Of(0.5), Value.Of(2), Value.Of(true), Value.Nothing, Value.Of("a")]);

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            new AnswerJson(Empty, json).Write(value);

        Assert.Equal("""[0.5,2,true,null,"a"]""", Encoding.UTF8.GetString(bytes.ToArray()));
    }

    [Theory]
    [InlineData("0.0000001", "1E-7", "1E-07")]
    [InlineData("0.25", "0.25", "0.25")]
    [InlineData("0.12345678912", "0.123457", "0.12345678912")]
    [InlineData("true", "yes", "true")]
    [InlineData("duration('P1D')", "1 day", "P1D")]
    [InlineData("duration('P14MT0.5S')", "14 months, 00:00:00.5", "P1Y2MT0.5S")]
    [InlineData(
        "datetime('2027-01-31T12:00:00.25[Europe/Berlin]')",
        "2027-01-31T12:00:00+01 Europe/Berlin",
        "2027-01-31T12:00:00.25+01:00[Europe/Berlin]"
    )]
    [InlineData("localdatetime('2027-01-31T12:00:00.25')", "2027-01-31T12:00:00", "2027-01-31T12:00:00.25")]
    [InlineData("time('12:00:00.5+01:00')", "12:00:00+01", "12:00:00.5+01:00")]
    public void People_read_few_digits_and_programs_get_all_of_them(string expression, string forPeople, string forPrograms)
    {
        var value = ValueExpression.Of(expression);

        Assert.Equal(forPeople, AnswerWords.Of(value, Empty, isForPeople: true));
        Assert.Equal(forPrograms, AnswerWords.Of(value, Empty, isForPeople: false));
    }
}
