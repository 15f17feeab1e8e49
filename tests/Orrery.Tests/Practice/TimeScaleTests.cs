using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>Days along a line: where they lie, what the axis names, what begins too early.</summary>
public sealed class TimeScaleTests
{
    private static readonly LocalDate March = new(2026, 3, 3);

    [Theory]
    [InlineData(TimeZoom.Week, "March 2026", "1")]
    [InlineData(TimeZoom.Month, "March 2026", "23")]
    [InlineData(TimeZoom.Quarter, "2026", "Jan")]
    [InlineData(TimeZoom.Year, "2026", "Q1")]
    [InlineData(TimeZoom.Decade, "2020s", "’26")]
    public void Each_zoom_names_its_stretches(TimeZoom zoom, string wide, string narrow)
    {
        var scale = new TimeScale(zoom, new(2026, 3, 1), new(2026, 3, 31));

        Assert.Equal(wide, TimeTick.Wide(scale)[0].Label);
        Assert.Equal(
            narrow,
            (zoom == TimeZoom.Quarter ? TimeTick.Narrow(scale with { First = new(2026, 1, 5) }) : TimeTick.Narrow(scale))[0].Label
        );
    }

    [Theory]
    [InlineData(TimeZoom.Week)]
    [InlineData(TimeZoom.Month)]
    [InlineData(TimeZoom.Quarter)]
    [InlineData(TimeZoom.Year)]
    [InlineData(TimeZoom.Decade)]
    public void The_stretches_of_an_axis_cover_its_line_without_gaps(TimeZoom zoom)
    {
        var scale = TimeScale.Around(zoom, March, March.PlusYears(1));

        foreach (var ticks in new[] { TimeTick.Wide(scale), TimeTick.Narrow(scale) })
        {
            Assert.True(ticks[0].From <= scale.First);
            Assert.True(ticks[^1].To > scale.Last);
            Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        }

        Assert.True(scale.At(March) >= 40);
        Assert.True(scale.Width - scale.At(March.PlusYears(1)) >= 40);
    }

    [Fact]
    public void A_place_on_the_line_is_the_day_that_lies_there()
    {
        var scale = TimeScale.Around(TimeZoom.Week, March, March.PlusDays(100));

        Assert.Equal(March.PlusDays(17), scale.DayAt(scale.At(March.PlusDays(17)) + 1));
    }

    [Theory]
    [InlineData(20, TimeZoom.Week)]
    [InlineData(150, TimeZoom.Month)]
    [InlineData(400, TimeZoom.Quarter)]
    [InlineData(1_500, TimeZoom.Year)]
    [InlineData(9_000, TimeZoom.Decade)]
    [InlineData(90_000, TimeZoom.Decade)]
    public void The_closest_look_that_fits_is_taken(int days, TimeZoom expected) =>
        Assert.Equal(expected, TimeScale.Fitting(March, March.PlusDays(days), 1_000));

    [Fact]
    public void Values_tell_days()
    {
        Assert.Equal(new(March, null), DaySpan.Of(new Value.Period(March, null), DateTimeZone.Utc));
        Assert.Equal(new(March, March), DaySpan.Of(new Value.Date(March), DateTimeZone.Utc));
        Assert.Null(DaySpan.Of(new Value.Period(null, null), DateTimeZone.Utc));
        Assert.Null(DaySpan.Of(Value.Of("soon"), DateTimeZone.Utc));
        Assert.Equal(
            new(March, March.PlusDays(9)),
            DaySpan.Between(new Value.Date(March.PlusDays(9)), new Value.Date(March), DateTimeZone.Utc)
        );
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    [InlineData(10, false)]
    public void What_begins_before_the_last_day_of_what_it_waits_for_is_too_early(int after, bool expected)
    {
        var other = new DaySpan(March, March.PlusDays(9));

        Assert.Equal(expected, new DaySpan(March.PlusDays(after), null).BeginsBeforeEndOf(other));
        Assert.False(new DaySpan(March.PlusDays(after), null).BeginsBeforeEndOf(other with { End = null }));
    }

    [Fact]
    public void Horizons_lie_one_behind_the_other()
    {
        var horizons = Horizons.Of(HarborMutual.Today.Model);
        var spans = Horizons.All.Select(option => horizons.Span(option, March)!).ToList();

        Assert.Equal(March, spans[0].Start);
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.Null(horizons.Span("h9", March));
    }
}
