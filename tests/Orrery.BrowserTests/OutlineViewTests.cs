using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Orrery.BrowserTests.Stage;
using Orrery.Server;

namespace Orrery.BrowserTests;

/// <summary>What an outline shows of an answer, and what it only counts.</summary>
public sealed class OutlineViewTests
{
    [Fact]
    public async Task What_lies_outside_the_answer_is_counted_and_not_shown()
    {
        var outline = await OutlineAsync("MATCH (x:Bet) RETURN x", ("s.by", "contributes-to"));

        Assert.Equal(2, outline.Rows.Length);
        Assert.All(outline.Rows, row => Assert.Equal((0, 1), (row.BelowCount, row.Notes.MoreAbove)));
    }

    [Fact]
    public async Task Things_lie_under_what_their_relations_point_at_or_the_other_way_round()
    {
        var up = await OutlineAsync("MATCH (x) WHERE x:Bet OR x:Goal RETURN x");
        var down = await OutlineAsync("MATCH (x) WHERE x:Bet OR x:Goal RETURN x", ("s.direction", "down"));

        var goal = Assert.Single(up.Rows);
        Assert.Equal((2, 1, 0), (goal.BelowCount, goal.Notes.MoreAbove, goal.Notes.MoreBelow));
        Assert.Equal(2, goal.Below.Length);
        Assert.Equal(2, down.Rows.Length);
        Assert.Equal(goal.Thing.Id, Assert.Single(down.Rows[0].Below).Thing.Id);
        Assert.Equal(down.Rows[1].Thing.Id, Assert.Single(down.Rows[0].Below[0].Notes.AlsoUnder).Id);
    }

    [Fact]
    public async Task A_row_that_was_shut_stays_shut_and_one_thing_can_be_all_there_is()
    {
        var whole = await OutlineAsync("MATCH (x:Intent) RETURN x", ("s.depth", "3"));
        var path = whole.Rows[0].Path;

        var shut = await OutlineAsync("MATCH (x:Intent) RETURN x", ("s.depth", "3"), ("o.shut", path));
        var part = await OutlineAsync("MATCH (x:Intent) RETURN x", ("o.from", "goal:mobile-claims-30"));

        Assert.True(whole.Rows[0].IsOpen);
        Assert.False(shut.Rows[0].IsOpen);
        Assert.Equal("Cut mobile claim resolution time by 30 %", Assert.Single(part.Rows).Thing.Title);
    }

    private static async Task<OutlineView> OutlineAsync(string query, params (string Name, string Value)[] more)
    {
        await using var workspace = await SmallCompany.OpenAsync(
            "harbor",
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
        var visit = Visit.Of(workspace, new("Ada"));
        var address = more.Append(("q", query)).ToDictionary(pair => pair.Item1, pair => new StringValues(pair.Item2));
        var request = ViewRequest.Read(new QueryCollection(address), null);
        var answered = Assert.IsType<AskOutcome.Answered>(AskPages.Ask(visit, request.Asked));
        return Assert.IsType<OutlineView>(OutlineView.Of(new(visit, request, null, answered, null, [])));
    }
}
