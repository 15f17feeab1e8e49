using Orrery.Graph;
using Orrery.Query;
using Orrery.Tests.Practice;

namespace Orrery.Tests.Query;

/// <summary>Queries that are given one more column: still queries, with the same rows.</summary>
public sealed class AnotherColumnTests
{
    private const string Bets = "MATCH (b:Bet) WHERE b.status IS NOT NULL RETURN b AS bet, b.status ORDER BY b.title LIMIT 5";

    private static Spelling Spelling => new(HarborMutual.Today.Model);

    [Fact]
    public void A_field_stands_last_and_rows_stay()
    {
        var longer = AnotherColumn.OfField(Bets, 0, "pivot-on", "pivot or proceed on", Spelling)!;

        Assert.EndsWith(
            "RETURN b AS bet, b.status, b.pivotOn AS `pivot or proceed on` ORDER BY b.title LIMIT 5",
            longer,
            StringComparison.Ordinal
        );
        var (was, now) = (Ask(Bets), Ask(longer));
        Assert.Equal(["bet", "b.status", "pivot or proceed on"], now.Columns);
        Assert.Equal(was.Rows.Select(row => row[0]), now.Rows.Select(row => row[0]));
        Assert.Equal(new ColumnOrigin.FieldOf(0, "pivot-on"), ColumnOrigins.Of(longer, HarborMutual.Today)[2]);
    }

    [Theory]
    [InlineData(Direction.Out, "contributes-to")]
    [InlineData(Direction.In, "works-on")]
    public void What_is_related_is_a_list_in_each_row(Direction direction, string type)
    {
        var longer = AnotherColumn.OfRelation(Bets, 0, type, direction, "related", Spelling)!;

        var (was, now) = (Ask(Bets), Ask(longer));

        Assert.Equal(was.Rows.Select(row => row[0]), now.Rows.Select(row => row[0]));
        Assert.All(
            now.Rows,
            row =>
                Assert.Equal(
                    HarborMutual
                        .Today.FindAnyTime(((Value.Entity)row[0]).Id)!
                        .Relations(direction)
                        .Count(relation => relation.Type == type),
                    Assert.IsType<Value.List>(row[2]).Items.Length
                )
        );
    }

    [Fact]
    public void Figures_beside_the_things_stay_what_they_were()
    {
        const string counted = "MATCH (b:Bet)-[:CONTRIBUTES_TO]->(x) RETURN DISTINCT b, count(x) AS n ORDER BY n DESC, b.title";

        var longer = AnotherColumn.OfField(counted, 0, "status", "status", Spelling)!;

        Assert.Equal(Ask(counted).Rows.Select(row => row[1]), Ask(longer).Rows.Select(row => row[1]));
    }

    [Fact]
    public void Names_that_are_taken_get_a_number_and_others_stay()
    {
        var longer = AnotherColumn.OfField("MATCH (b:Bet) RETURN b, count( * )", 0, "status", "b", Spelling)!;

        Assert.Equal("MATCH (b:Bet)\nRETURN b, count(*) AS `count( * )`, b.status AS `b 2`", longer);
    }

    [Theory]
    [InlineData("MATCH (b:Bet) RETURN b.title")]
    [InlineData("MATCH (b:Bet) RETURN *")]
    [InlineData("MATCH (b:Bet) RETURN b UNION MATCH (b:Goal) RETURN b")]
    public void What_returns_no_thing_by_name_gets_none(string text) =>
        Assert.Null(AnotherColumn.OfField(text, 0, "status", "status", Spelling));

    private static Answer Ask(string text) =>
        Assert.IsType<QueryOutcome.Answered>(AnswerTable.Ask(Question.Of(text), HarborMutual.Today)).Answer;
}
