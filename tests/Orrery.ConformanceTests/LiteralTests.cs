using NodaTime;
using Orrery.Graph;

namespace Orrery.ConformanceTests;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("1", "1")]
    [InlineData("1.0", "1.0")]
    [InlineData("-1e9", "-1000000000.0")]
    [InlineData("-0.0", "0.0")]
    [InlineData("1.5e300", "1.5E+300")]
    [InlineData("NaN", "NaN")]
    [InlineData(@"'it\'s \\'", @"'it\'s \\'")]
    [InlineData("[1, [null,'a'], {}]", "[1, [null, 'a'], {}]")]
    [InlineData("{b: 1, a: [ ]}", "{a: [], b: 1}")]
    [InlineData("(:B:A {y: 1,x: 2})", "(:A:B {x: 2, y: 1})")]
    [InlineData("({x: 2})", "({x: 2})")]
    [InlineData("()", "()")]
    [InlineData("[:T {x: 1}]", "[:T {x: 1}]")]
    [InlineData("[ [:T] ]", "[[:T]]")]
    [InlineData("<(:A)-[:T]->(:B {x: 1})<-[:U {y: 2}]-()>", "<(:A)-[:T]->(:B {x: 1})<-[:U {y: 2}]-()>")]
    public void A_value_of_the_kit_has_one_text(string written, string text) =>
        Assert.Equal(text, LiteralText.Of(LiteralReader.Read(written), ListOrder.Matters));

    [Fact]
    public void The_order_of_elements_may_be_ignored_at_any_depth() =>
        Assert.Equal("[[1, 2], [3]]", LiteralText.Of(LiteralReader.Read("[[3], [2, 1]]"), ListOrder.IsIgnored));

    [Theory]
    [InlineData("[1")]
    [InlineData("1 2")]
    [InlineData("'a")]
    [InlineData("nul")]
    public void What_is_no_value_is_said_to_be_none(string written) =>
        Assert.Throws<InvalidDataException>(() => LiteralReader.Read(written));

    [Fact]
    public void Times_are_written_as_the_kit_writes_them()
    {
        Assert.Equal("1984-10-11", TemporalText.Of(Value.Of(new LocalDate(1984, 10, 11))));
        Assert.Equal("-0001-01-01", TemporalText.Of(Value.Of(new LocalDate(-1, 1, 1))));
        Assert.Equal("12:31", TemporalText.Of(new Value.LocalTime(new(12, 31))));
        Assert.Equal(
            "12:31:14.6458",
            TemporalText.Of(new Value.LocalTime(LocalTime.FromHourMinuteSecondNanosecond(12, 31, 14, 645_800_000)))
        );
        Assert.Equal("12:00+01:30", TemporalText.Of(new Value.Time(new(new(12, 0), Offset.FromHoursAndMinutes(1, 30)))));
        Assert.Equal(
            "2020-01-02T03:04:05Z[UTC]",
            TemporalText.Of(new Value.DateTime(new LocalDateTime(2020, 1, 2, 3, 4, 5).WithOffset(Offset.Zero), "UTC"))
        );
    }

    [Theory]
    [InlineData(0, 0, 0, 0, "PT0S")]
    [InlineData(149, 14, 58_500, 0, "P12Y5M14DT16H15M")]
    [InlineData(0, 0, -1, 999_999_999, "PT-0.000000001S")]
    [InlineData(-1, 1, 61, 500_000_000, "P-1M1DT1M1.5S")]
    public void Durations_too(long months, long days, long seconds, int nanoseconds, string text) =>
        Assert.Equal(text, TemporalText.Of(new Value.Duration(months, days, seconds, nanoseconds)));
}
