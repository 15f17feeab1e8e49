using NodaTime;
using Orrery.Graph;
using Orrery.Server;
using static Orrery.Tests.Views.ViewDesk;

namespace Orrery.Tests.Views;

/// <summary>What lies in which cell of a matrix, and what it comes to.</summary>
public sealed class MatrixTests : IAsyncLifetime
{
    private const string ByDirection =
        "MATCH (f:FocusArea) OPTIONAL MATCH (f)<-[:CONTRIBUTES_TO]-(b:Bet) RETURN b AS bet, f AS direction, b.status AS state, b.price AS price";

    private static readonly Instant Then = Now - Duration.FromDays(100);

    private ViewDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await OpenAsync();
        await _desk.SayAsync(
            Now,
            Thing(Then, "focus-area", "north"),
            Thing(Then, "focus-area", "south"),
            Thing(Then, "focus-area", "void"),
            Thing(Then, "bet", "a", ("status", Value.Of("option")), ("price", new Value.Money(100, "USD"))),
            Thing(Then, "bet", "b", ("status", Value.Of("option")), ("price", new Value.Money(20, "EUR"))),
            Thing(Then, "bet", "c", ("status", Value.Of("committed")), ("price", new Value.Money(3, "USD"))),
            Joins(Then, "contributes-to", ("bet", "a"), ("focus-area", "north")),
            Joins(Then, "contributes-to", ("bet", "a"), ("focus-area", "south")),
            Joins(Then, "contributes-to", ("bet", "b"), ("focus-area", "north")),
            Joins(Then, "contributes-to", ("bet", "c"), ("focus-area", "north"))
        );
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public void Cells_count_things_and_totals_count_each_once()
    {
        var matrix = Draw();

        Assert.Equal(["north", "south", "void"], matrix.Rows.Select(row => row.Title));
        Assert.Equal(2, Cell(matrix, "north", "option").Items.Count);
        Assert.Single(Cell(matrix, "south", "option").Items);
        Assert.True(Cell(matrix, "south", "committed").IsEmpty);
        Assert.Equal(3, matrix.TotalOfRow(Row(matrix, "north")).Items.Count);
        Assert.Equal(2, matrix.TotalOfColumn(Column(matrix, "option")).Items.Count);
        Assert.Equal(3, matrix.Total.Items.Count);
        Assert.True(matrix.CountsSomeOnce);
    }

    [Fact]
    public void A_row_in_which_nothing_is_counted_stays_and_adds_no_column_for_nothing()
    {
        var matrix = Draw();

        Assert.True(matrix.TotalOfRow(Row(matrix, "void")).IsEmpty);
        Assert.DoesNotContain(matrix.Columns, column => column.Value.IsNothing);
    }

    [Fact]
    public void Columns_stand_in_the_order_of_the_options()
    {
        var view = _desk.Look(ByDirection, ("rows", "direction"), ("columns", "state"));

        var matrix = Matrix.Of(view)!;

        Assert.Equal(view.Reading.Model.FindKind("bet")!.Fields["status"].Options, matrix.Columns.Select(c => c.Value.AsText));
    }

    [Fact]
    public void Sums_keep_currencies_apart()
    {
        var matrix = Draw(("cell", "sum"), ("sum", "price"));

        Assert.Equal(
            [("EUR", 20m), ("USD", 100m)],
            Cell(matrix, "north", "option").Sum.ByUnit.Select(sum => (sum.Key, sum.Value))
        );
        Assert.Equal(103m, matrix.Total.Sum.ByUnit["USD"]);
    }

    [Fact]
    public async Task Compared_each_cell_says_what_came_and_what_went()
    {
        var between = Now - Duration.FromDays(10);
        await _desk.SayAsync(Now, Set(between, "bet", "c", "status", Value.Of("option")));

        var matrix = Matrix.Of(
            _desk.Look(ByDirection, Now - Duration.FromDays(20), "", ("rows", "direction"), ("columns", "state"))
        )!;

        var (option, committed) = (Cell(matrix, "north", "option"), Cell(matrix, "north", "committed"));
        Assert.Equal((3, 1, 0), (option.Items.Count, option.Came.Length, option.Went.Length));
        Assert.Equal((0, 0, 1), (committed.Items.Count, committed.Came.Length, committed.Went.Length));
        Assert.Equal(new Value.Entity(IdOf("bet", "c")), Assert.Single(committed.Went));
        Assert.Empty(matrix.TotalOfRow(Row(matrix, "north")).Came);
    }

    [Fact]
    public void Two_things_and_nothing_to_count_are_marked_where_they_belong_together()
    {
        var view = _desk.Look("MATCH (b:Bet)-[:CONTRIBUTES_TO]->(f:FocusArea) RETURN b AS bet, f AS direction");

        var matrix = Matrix.Of(view)!;

        Assert.Equal(MatrixContent.Presence, matrix.Content);
        var bets = matrix.Axes.Rows == 0 ? matrix.Rows : matrix.Columns;
        Assert.Equal(["a", "b", "c"], bets.Select(bet => bet.Title));
    }

    [Fact]
    public void One_column_is_no_matrix() => Assert.Null(Matrix.Of(_desk.Look("MATCH (b:Bet) RETURN b AS bet")));

    [Fact]
    public void An_address_leads_to_the_rows_of_a_cell()
    {
        var view = _desk.Look(
            ByDirection,
            null,
            "?row=focus-area:north&column=option",
            ("rows", "direction"),
            ("columns", "state")
        );

        var pick = MatrixPick.Of(view, Matrix.Of(view)!);

        Assert.Equal(2, pick!.Rows.Length);
        Assert.Equal("north", pick.Title.Split(", ")[1]);
    }

    [Theory]
    [InlineData("question", "surest, likely, trouble", "2, 1")]
    [InlineData("values", "likely, surest, trouble", "1, 2")]
    public void Bands_that_a_question_makes_up_stand_as_it_brings_them_and_stay_when_empty(
        string order,
        string rows,
        string columns
    )
    {
        const string Bands =
            "UNWIND ['surest', 'likely', 'trouble'] AS band UNWIND [2, 1] AS part OPTIONAL MATCH (b:Bet) WHERE band = 'likely' AND part = 1 RETURN band, part, b";
        var matrix = Matrix.Of(_desk.Look(Bands, [("rows", "band"), ("columns", "part"), ("order", order)]))!;

        Assert.Equal(rows, string.Join(", ", matrix.Rows.Select(row => row.Title)));
        Assert.Equal(columns, string.Join(", ", matrix.Columns.Select(column => column.Title)));
        Assert.Equal(3, matrix.Total.Items.Count);
    }

    private Matrix Draw(params (string, string)[] settings) =>
        Matrix.Of(_desk.Look(ByDirection, [("rows", "direction"), ("columns", "state"), .. settings]))!;

    private static ViewGroup Row(Matrix matrix, string title) => matrix.Rows.Single(row => row.Title == title);

    private static ViewGroup Column(Matrix matrix, string option) =>
        matrix.Columns.Single(column => column.Value.Equals(Value.Of(option)));

    private static MatrixCell Cell(Matrix matrix, string row, string option) =>
        matrix.Cell(Row(matrix, row), Column(matrix, option));
}
