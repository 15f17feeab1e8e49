using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Server;

namespace Orrery.Tests.Views;

public sealed class TrendTests
{
    private static readonly LocalDate Today = new(2026, 3, 10);

    [Fact]
    public void Months_begin_on_their_first_and_both_ends_are_asked() =>
        Assert.Equal(
            [new(2025, 12, 20), new(2026, 1, 1), new(2026, 2, 1), new(2026, 3, 1), Today],
            TrendMoments.Between(new(2025, 12, 20), Today, TrendMoments.Month)
        );

    [Fact]
    public void Quarters_and_weeks_have_their_own_beginnings()
    {
        Assert.Equal(
            [new(2025, 8, 1), new(2025, 10, 1), new(2026, 1, 1), Today],
            TrendMoments.Between(new(2025, 8, 1), Today, TrendMoments.Quarter)
        );
        Assert.Equal(
            [new(2026, 3, 1), new(2026, 3, 2), new(2026, 3, 9), Today],
            TrendMoments.Between(new(2026, 3, 1), Today, TrendMoments.Week)
        );
    }

    [Fact]
    public void No_trend_asks_without_end()
    {
        var days = TrendMoments.Between(new(1900, 1, 1), Today, TrendMoments.Week);

        Assert.Equal(TrendMoments.Most, days.Length);
        Assert.Equal(Today, days[^1]);
        Assert.Equal([Today], TrendMoments.Between(Today.PlusDays(1), Today, null));
    }

    [Fact]
    public void The_figure_is_the_number_of_the_only_row_or_how_many_there_are()
    {
        Assert.Equal([new Figure(null, Value.Of(7L))], Read(["n"], [Value.Of(7L)]));
        Assert.Equal([new Figure(null, Value.Of(2L))], Read(["x"], [Value.Of("a")], [Value.Of("b")]));
        Assert.Equal([new Figure(null, Value.Of(0L))], Read(["x"]));
        Assert.Equal(
            [new Figure(Value.Of("a"), Value.Of(1L)), new Figure(Value.Of("b"), Value.Of(2L))],
            Read(["n", "x"], [Value.Of(1L), Value.Of("a")], [Value.Of(2L), Value.Of("b")])
        );
    }

    [Fact]
    public void What_was_not_there_is_a_gap_and_not_a_zero()
    {
        Figure Of(string name, long amount) => new(Value.Of(name), Value.Of(amount));
        var trend = new Trend(
            [Today.PlusMonths(-1), Today],
            [
                [Of("a", 1), Of("gone", 4)],
                [Of("a", 2), Of("b", 3)],
            ],
            Today,
            new(Of: 0, Amount: 1),
            null
        );

        var lines = TrendLine.In(trend);

        Assert.Equal(["a", "b", "gone"], lines.Select(line => line.Of?.AsText));
        Assert.Equal([null, 3], lines[1].Points.Select(point => point.Height));
        Assert.Equal(Value.Nothing, lines[2].Seen);
    }

    [Fact]
    public void Of_very_many_figures_the_first_are_told_and_all_are_counted()
    {
        ImmutableArray<Figure> many =
        [
            .. Enumerable.Range(0, 10_000).Select(name => new Figure(Value.Of((long)name), Value.Of(1L))),
        ];
        var trend = new Trend([Today.PlusMonths(-1), Today], [many, many], Today, new(Of: 0, Amount: 1), null);

        Assert.Equal(TrendLine.MostTold, TrendLine.In(trend).Length);
        Assert.Equal(10_000, TrendLine.CountIn(trend));
    }

    [Theory]
    [InlineData(0, 7, "0 5 10")]
    [InlineData(-3, 4, "-5 0 5")]
    [InlineData(0, 0, "0 0.5 1")]
    [InlineData(0, 900000, "0 500000 1000000")]
    public void A_scale_has_room_for_all_and_round_levels(double low, double high, string levels) =>
        Assert.Equal(
            levels,
            string.Join(
                ' ',
                TrendScale
                    .Of([low, high])
                    .Levels.Select(level => level.ToString(System.Globalization.CultureInfo.InvariantCulture))
            )
        );

    private static ImmutableArray<Figure> Read(ImmutableArray<string> columns, params ImmutableArray<Value>[] rows)
    {
        var answer = new Answer(columns, [.. rows], new(1), null, null, [], null);
        return FiguresFound.Of(answer, FigureColumns.In(answer));
    }
}
