using NodaTime;
using Orrery.Graph;
using Orrery.Server;
using static Orrery.Tests.Views.ViewDesk;

namespace Orrery.Tests.Views;

/// <summary>What stands in which column of a board.</summary>
public sealed class BoardTests : IAsyncLifetime
{
    private const string ByState =
        "MATCH (b:Bet) RETURN b AS bet, b.status AS state, b.price AS price, b.summary AS about ORDER BY b.title";

    private static readonly Instant Then = Now - Duration.FromDays(100);

    private ViewDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task All_options_are_columns_in_their_order_and_what_says_nothing_comes_last()
    {
        await _desk.SayAsync(
            Now,
            Thing(Then, "bet", "b", ("status", Value.Of("committed"))),
            Thing(Then, "bet", "a", ("status", Value.Of("committed"))),
            Thing(Then, "bet", "silent")
        );
        var view = _desk.Look(ByState, ("by", "state"));

        var board = Board.Of(view);

        var options = view.Reading.Model.FindKind("bet")!.Fields["status"].Options;
        Assert.Equal([.. options, "-"], board.Columns.Select(column => column.Group.Value.AsText ?? column.Group.Key));
        Assert.Equal("Nothing said", board.Columns[^1].Group.Title);
        Assert.Equal(["a", "b"], Titles(view, board, "committed"));
        Assert.Equal(0, Column(board, "in-action").Count);
        Assert.Equal("status", board.Field);
    }

    [Fact]
    public async Task Left_to_itself_it_takes_the_first_field_of_few_words_and_shows_the_others()
    {
        await _desk.SayAsync(Now, Thing(Then, "bet", "a", ("status", Value.Of("option"))));

        var board = Board.Of(_desk.Look(ByState));

        Assert.Equal(1, board.By);
        Assert.Equal([2, 3], board.Facts);
    }

    [Fact]
    public async Task Only_a_field_of_the_things_can_be_changed_by_dragging()
    {
        await _desk.SayAsync(Now, Thing(Then, "bet", "a", ("status", Value.Of("option"))));

        Assert.Null(Board.Of(_desk.Look("MATCH (b:Bet) RETURN b AS bet, toUpper(b.status) AS state", ("by", "state"))).Field);
        Assert.Null(
            Board
                .Of(_desk.Look("VALID AT date('2026-09-01') MATCH (b:Bet) RETURN b AS bet, b.status AS state", ("by", "state")))
                .Field
        );
        Assert.Null(Board.Of(_desk.Look(ByState, ("by", "about"))).Field);
    }

    [Fact]
    public async Task Compared_a_card_says_from_which_column_it_came()
    {
        var between = Now - Duration.FromDays(10);
        await _desk.SayAsync(
            Now,
            Thing(Then, "bet", "went-on", ("status", Value.Of("option"))),
            Set(between, "bet", "went-on", "status", Value.Of("committed")),
            Thing(between, "bet", "is-new", ("status", Value.Of("committed"))),
            Thing(Then, "bet", "is-gone", ("status", Value.Of("committed"))),
            new GraphCommand.Retire(IdOf("bet", "is-gone"), Validity.Since(between))
        );

        var board = Board.Of(_desk.Look(ByState, Now - Duration.FromDays(20), "", ("by", "state")));

        var committed = Column(board, "committed");
        Assert.Equal((2, 2, 3), (committed.Count, committed.Came, committed.Cards.Count));
        Assert.Equal("option", committed.Cards.Single(card => card.Row.Mark == RowMark.Moved).CameFrom!.Value.AsText);
        Assert.Single(committed.Cards, card => card.Row.Mark == RowMark.Went);
        Assert.Equal(0, Column(board, "option").Count);
    }

    [Fact]
    public async Task A_thing_in_two_rows_has_two_cards_that_can_be_told_apart()
    {
        await _desk.SayAsync(Now, Thing(Then, "bet", "a", ("status", Value.Of("option"))));

        var board = Board.Of(_desk.Look("UNWIND [1, 2] AS n MATCH (b:Bet) RETURN b AS bet, n ORDER BY n", ("by", "n")));

        var keys = board.Columns.SelectMany(column => column.Cards).Select(card => card.Key).ToArray();
        Assert.Equal(2, keys.Distinct().Count());
        Assert.Equal(["1", "2"], board.Columns.Where(column => column.Count > 0).Select(column => column.Group.Title));
    }

    private static BoardColumn Column(Board board, string option) =>
        board.Columns.Single(column => column.Group.Value.Equals(Value.Of(option)));

    private static IEnumerable<string> Titles(ShownView view, Board board, string option) =>
        Column(board, option).Cards.Select(card => view.ThingOf(card.Row)!.Title);
}
