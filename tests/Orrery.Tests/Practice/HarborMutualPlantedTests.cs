using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Practice;

/// <summary>The problems that the demo is to show (domain catalogue 3.1), asserted on the data as it is today.</summary>
public sealed class HarborMutualPlantedTests
{
    [Fact]
    public void Low_mobile_use_was_confirmed_400_days_ago_and_two_intents_stand_on_it()
    {
        var insight = HarborMutual.Find("insight:mobile-use-is-low");

        var confirmed = Assert.IsType<Value.DateTime>(insight["confirmed-at"]).Instant.InUtc().Date;
        Assert.Equal(400, Period.DaysBetween(confirmed, HarborMutual.Now.InUtc().Date));
        Assert.Contains("goal:cut-mobile-resolution-time", HarborMutual.Ends(insight, Direction.Out, "informs"));
        Assert.Contains("focus-area:keep-long-time-policyholders", HarborMutual.Ends(insight, Direction.Out, "informs"));
    }

    [Fact]
    public void Follow_up_support_has_money_and_no_team()
    {
        var bet = HarborMutual.Find("bet:follow-up-support");

        Assert.Equal("committed", bet["status"].AsText);
        Assert.Empty(HarborMutual.Ends(bet, Direction.In, "works-on"));
        Assert.Contains("allocation:follow-up", HarborMutual.Ends(bet, Direction.In, "funds"));
        Assert.True(bet["unstaffed-on-purpose"].IsNothing);
    }

    [Fact]
    public void Mobile_workflow_updates_names_positives_but_no_watch_outs()
    {
        var bet = HarborMutual.Find("bet:mobile-workflow-updates");

        Assert.Equal("in-action", bet["status"].AsText);
        Assert.False(bet["positives"].IsNothing);
        Assert.True(bet["watch-outs"].IsNothing);
    }

    [Fact]
    public void It_targets_a_link_between_two_metrics()
    {
        var target = Assert.Single(HarborMutual.Find("bet:mobile-workflow-updates").Relations(Direction.Out, "targets"));

        var link = target.ToRelation!;
        Assert.Equal(
            ("drives", "metric:mobile-claim-share", "metric:mobile-claim-resolution-time"),
            (link.Type, link.From!.ToString(), link.To!.ToString())
        );
        Assert.Equal("-", link["sign"].AsText);
    }

    [Fact]
    public void The_share_of_mobile_claims_is_raw_data() =>
        Assert.Equal("raw", HarborMutual.Find("metric:mobile-claim-share")["usability"].AsText);

    [Fact]
    public void Case_means_three_things_in_three_communities()
    {
        var senses = HarborMutual.Today.OfKind("signifier").Where(s => s["term"].AsText == "case").ToList();

        Assert.Equal(
            ["concept:claim", "concept:legal-matter", "concept:user-story"],
            senses.SelectMany(s => HarborMutual.Ends(s, Direction.Out, "signifies")).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["community:compliance", "community:contact-center", "community:mobile"],
            senses.SelectMany(s => HarborMutual.Ends(s, Direction.Out, "spoken-in")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_released_tranche_of_200_k_has_spent_230_k_before_its_gate()
    {
        var tranche = HarborMutual.Find("funding-tranche:mobile-workflow-1");

        Assert.Equal(new Value.Money(200_000, "USD"), tranche["amount"]);
        Assert.Equal(new Value.Money(230_000, "USD"), tranche["spent"]);
        Assert.Equal("released", tranche["status"].AsText);
        Assert.True(HarborMutual.Find("metric:mobile-claim-share").Series("observed")[^1].Value < 25);
        Assert.Equal("planned", HarborMutual.Find("funding-tranche:mobile-workflow-2")["status"].AsText);
    }

    [Fact]
    public void The_budget_is_1_2_million_in_three_lines_justified_by_the_funnel()
    {
        var budget = HarborMutual.Find("budget:claims-budget");
        var lines = budget.Relations(Direction.In, "part-of").Select(r => ((Value.Money)r.From!["amount"]).Amount);

        Assert.Equal(new Value.Money(1_200_000, "USD"), budget["amount"]);
        Assert.Equal([250_000m, 350_000m, 600_000m], lines.Order());
        Assert.Contains("financial-model:customer-funnel", HarborMutual.Ends(budget, Direction.Out, "justified-by"));
    }

    [Theory]
    [InlineData("metric:mobile-claim-share", "metric:mobile-claim-resolution-time", "-")]
    [InlineData("metric:mobile-claim-resolution-time", "metric:claim-satisfaction", "-")]
    [InlineData("metric:claim-satisfaction", "metric:renewal-rate", "+")]
    [InlineData("metric:renewal-rate", "metric:lifetime-value", "+")]
    public void The_value_model_is_a_chain_of_signed_links(string from, string to, string sign)
    {
        var link = HarborMutual.Find(from).Relations(Direction.Out, "drives").Single(r => r.To!.ToString() == to);

        Assert.Equal(sign, link["sign"].AsText);
        Assert.Contains("value-model:kpi-tree", HarborMutual.Ends(HarborMutual.Find(from), Direction.Out, "member-of-model"));
    }

    [Fact]
    public void The_three_bets_serve_the_goal_and_the_goal_the_focus_area()
    {
        var goal = HarborMutual.Find("goal:cut-mobile-resolution-time");

        Assert.Equal((Value.Of(9.0), Value.Of(6.3)), (goal["baseline"], goal["target"]));
        Assert.Contains("focus-area:keep-long-time-policyholders", HarborMutual.Ends(goal, Direction.Out, "contributes-to"));
        Assert.Equal(
            ["bet:follow-up-support", "bet:mobile-workflow-updates", "bet:triage-improvements"],
            HarborMutual.Ends(goal, Direction.In, "contributes-to").Order(StringComparer.Ordinal)
        );
        Assert.Contains("goal:complaints-in-bounds", HarborMutual.Ends(goal, Direction.In, "guards"));
        Assert.Contains("ritual:claims-flow-review", HarborMutual.Ends(goal, Direction.In, "tends"));
        Assert.Contains(
            "metric:claim-satisfaction",
            HarborMutual.Ends(HarborMutual.Find("bet:follow-up-support"), Direction.Out, "targets")
        );
    }

    [Theory]
    [InlineData("team:claims", "team:mobile", "collaboration")]
    [InlineData("team:data-science", "team:claims", "as-a-service")]
    [InlineData("team:claims", "team:contact-center", "collaboration")]
    [InlineData("team:compliance", "team:claims", "facilitating")]
    public void Teams_work_together_as_the_story_says(string from, string to, string mode)
    {
        var relation = HarborMutual.Find(from).Relations(Direction.Out, "interacts-with").Single(r => r.To!.ToString() == to);

        Assert.Equal(mode, relation["mode"].AsText);
    }
}
