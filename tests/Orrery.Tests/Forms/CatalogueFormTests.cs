using NodaTime;
using Orrery.Graph;

namespace Orrery.Tests.Forms;

/// <summary>The forms of every kind of every pack, and what the special ones among their fields send.</summary>
public sealed class CatalogueFormTests(FormDesk desk) : IClassFixture<FormDesk>
{
    private FormDesk Desk => desk;

    [Fact]
    public async Task Every_kind_opens_its_form_with_every_field_and_takes_a_title_alone()
    {
        var kinds = Desk.Now.Model.Kinds.Values.Where(kind => !kind.IsAbstract).ToArray();
        Assert.True(kinds.Length > 60);
        foreach (var kind in kinds)
        {
            var page = await Desk.ReadAsync($"new/{kind.Symbol}");
            foreach (var field in kind.Fields.Values.Where(IsAsked))
                Assert.True(
                    page.Contains($"name=\"f-{field.Symbol}\"", StringComparison.Ordinal)
                        || page.Contains($"name=\"f-{field.Symbol}.", StringComparison.Ordinal),
                    $"{kind.Symbol}.{field.Symbol}"
                );
        }

        foreach (var kind in kinds.Where((_, place) => place % 7 == 0).Append(Desk.Now.Model.Kinds["bet"]))
            Assert.NotNull((await Desk.SendAsync($"new/{kind.Symbol}", ("f-title", "Only a title"))).Onward);
    }

    [Theory]
    [InlineData("mission", "statement")]
    [InlineData("belief", "certainty")]
    [InlineData("hat", "mandate-from")]
    [InlineData("placing", "low-or-high-threat")]
    [InlineData("mvp", "question")]
    public async Task What_a_kind_shares_with_few_others_is_in_sight(string kind, string field)
    {
        var page = await Desk.ReadAsync($"new/{kind}");

        var folds = page.IndexOf("fields-fold", StringComparison.Ordinal);
        Assert.InRange(page.IndexOf($"name=\"f-{field}\"", StringComparison.Ordinal), 0, folds);
        Assert.True(
            page.IndexOf("name=\"f-tags\"", StringComparison.Ordinal)
                > page.IndexOf("Said of many things", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_range_with_a_comma_for_a_point_is_asked_for_again()
    {
        var (onward, page) = await Desk.SendAsync(
            "new/bet",
            ("f-title", "Commas"),
            ("f-size.low", "0,2"),
            ("f-size.high", "0.9")
        );

        Assert.Null(onward);
        Assert.Contains("0,2&#x27; is no number for an end of Size of the opportunity.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_without_its_sign_is_told_what_it_means()
    {
        var (onward, page) = await Desk.SendAsync("new/bet", ("f-title", "Shares"), ("f-confidence", "70"));

        Assert.Null(onward);
        Assert.Contains("takes a share from 0 % to 100 %, not 70.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_special_fields_send_is_kept_and_an_untouched_form_changes_nothing()
    {
        (string, string)[] said =
        [
            ("f-title", "Kiosks"),
            ("f-hypothesis.we-believe", "kiosks"),
            ("f-hypothesis.will-cause", "shorter queues"),
            ("f-hypothesis.because", "half only ask"),
            ("f-size.low", "0.2"),
            ("f-size.high", "0.5"),
            ("f-premortem.failure", "Nobody found them"),
            ("f-premortem.early-sign", "they stay dark: all day"),
            ("f-premortem.response", ""),
            ("f-premortem.place", "2"),
            ("f-premortem.failure", ""),
            ("f-premortem.early-sign", ""),
            ("f-premortem.response", ""),
            ("f-premortem.place", "3"),
            ("f-premortem.failure", "They broke"),
            ("f-premortem.early-sign", ""),
            ("f-premortem.response", "carry on by hand"),
            ("f-premortem.place", "1"),
            ("f-mandate", "e"),
            ("f-horizon", "h3"),
            ("f-period.start", "2027-01-01"),
            ("f-period.end", ""),
        ];
        var (onward, page) = await Desk.SendAsync("new/bet", said);
        Assert.True(onward is not null, page);

        var bet = Desk.Now.Find(EntityRef.Of("bet", "kiosks"))!;
        Assert.Equal(new Value.Interval(0.2, 0.5), bet["size"]);
        Assert.Equal(Value.Of("shorter queues"), ((Value.Map)bet["hypothesis"]).Entries["will-cause"]);
        var rows = ((Value.List)bet["premortem"]).Items.Cast<Value.Map>().ToArray();
        Assert.Equal(["They broke", "Nobody found them"], rows.Select(row => row.Entries["failure"].AsText!));
        Assert.Equal("they stay dark: all day", rows[1].Entries["early-sign"].AsText);
        Assert.Equal(new Value.Period(new LocalDate(2027, 1, 1), null), bet["period"]);

        var before = Desk.Workspace.Current.At;
        var again = await Desk.SendAsync("e/bet:kiosks/edit", [.. said, ("seen", $"{before}"), ("f-summary", "")]);
        Assert.NotNull(again.Onward);
        Assert.Equal(before, Desk.Workspace.Current.At);
        Assert.Contains("We believe", await Desk.ReadAsync("e/bet:kiosks"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f-size.low", "9", "f-size.high", "3", "cannot go from 9 down to 3")]
    [InlineData("f-period.start", "2027-05-01", "f-period.end", "2027-04-01", "cannot end on 1 April 2027")]
    [InlineData("f-size.low", "much", "f-size.high", "", "is no number for an end")]
    public async Task A_range_that_runs_backwards_is_refused_and_what_was_typed_stays(
        string first,
        string one,
        string second,
        string two,
        string why
    )
    {
        var (onward, page) = await Desk.SendAsync("new/bet", ("f-title", "Back to front"), (first, one), (second, two));

        Assert.Null(onward);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{one}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checklist_takes_what_is_missing_and_the_step_as_one_change()
    {
        await Desk.SendAsync("new/goal", ("f-title", "Quicker"));
        await Desk.SendAsync("new/bet", ("f-title", "Photos"));
        var before = Desk.Workspace.Current.At;

        var shut = await Desk.SendAsync("e/bet:photos/step?to=committed", ("f-positives", "one visit less"));
        Assert.Null(shut.Onward);
        Assert.Contains("gate.unmet", shut.Page, StringComparison.Ordinal);
        Assert.Contains("one visit less", shut.Page, StringComparison.Ordinal);
        Assert.Equal(before, Desk.Workspace.Current.At);

        (string, string)[] answers =
        [
            ("other-0", "quick"),
            ("f-positives", "one visit less"),
            ("f-watch-outs", "second looks"),
            ("f-pivot-on", "2031-03-01"),
            ("f-unstaffed-on-purpose", "yes"),
            ("why", "Board"),
        ];
        var done = await Desk.SendAsync("e/bet:photos/step?to=committed", answers);
        Assert.True(done.Onward is not null, done.Page);
        Assert.Equal(before.Next, Desk.Workspace.Current.At);
        var bet = Desk.Now.Find(EntityRef.Of("bet", "photos"))!;
        Assert.Equal("committed", bet["status"].AsText);
        Assert.Equal("Quicker", bet.Relations(Direction.Out, "contributes-to").Single().To!.Title);
    }

    [Fact]
    public async Task Without_a_larger_intent_a_reason_is_enough_and_keeping_takes_no_step()
    {
        await Desk.SendAsync("new/goal", ("f-title", "Calm"));
        await Desk.SendAsync(
            "e/goal:calm/step?to=committed",
            ("f-not-linked-because", "It is the largest we have"),
            ("keep", "on")
        );
        Assert.Null(Desk.Now.Find(EntityRef.Of("goal", "calm"))!["status"].AsText);
        Assert.Contains(
            "It is the largest we have",
            await Desk.ReadAsync("e/goal:calm/step?to=committed"),
            StringComparison.Ordinal
        );

        Assert.NotNull((await Desk.SendAsync("e/goal:calm/step?to=committed")).Onward);
        Assert.Equal("committed", Desk.Now.Find(EntityRef.Of("goal", "calm"))!["status"].AsText);
    }

    private static bool IsAsked(FieldDefinition field) =>
        field.Kind != FieldKind.Series && field.Symbol is not ("confirmed-at" or "confirmed-by" or "assertion" or "stance");
}
