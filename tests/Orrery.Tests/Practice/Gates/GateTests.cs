using NodaTime;
using Orrery.Graph;
using Orrery.Practice;
using static Orrery.Tests.Practice.Gates.GateDesk;

namespace Orrery.Tests.Practice.Gates;

/// <summary>What entering a state asks for, case by case.</summary>
[Collection("gates")]
public sealed class GateTests
{
    [Fact]
    public void Committing_with_nothing_said_names_all_that_is_asked_and_what_to_do_about_each()
    {
        var fault = Check(Start, [Enter("committed")]);

        Assert.Equal("gate.unmet", fault?.Code);
        Assert.StartsWith("The bet (bet:bet-1) cannot be committed yet.", fault!.Message, StringComparison.Ordinal);
        foreach (
            var named in (string[])
                [
                    "contributes-to",
                    "not-linked-because",
                    "positives",
                    "watch-outs",
                    "pivot-on",
                    "works-on",
                    "unstaffed-on-purpose",
                ]
        )
            Assert.Contains($"'{named}'", fault.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_goes_straight_to_doing_is_asked_what_committing_asks_and_for_a_reason()
    {
        Assert.Equal("gate.unmet", Check(Start, [Enter("in-action")], "It runs already")?.Code);
        Assert.Equal("step.unknown", Check(Start, [.. Answers, Enter("in-action")])?.Code);
        Assert.Null(Check(Start, [.. Answers, Enter("in-action")], "It runs already"));
    }

    [Fact]
    public void A_thing_that_is_made_in_a_state_has_entered_it()
    {
        var fresh = Id.Named("gate", "fresh");
        GraphCommand made = new GraphCommand.CreateEntity(
            fresh,
            ["bet"],
            "fresh",
            Properties.Of(("title", Value.Of("Fresh")), ("status", Value.Of("in-action"))),
            Validity.Since(Now)
        );

        Assert.Equal(5, GateLaw.StepsOf(Start, Events(Start, [made]), Now, Mask.Nothing).Single().Missing.Count());
        Assert.Null(
            Check(
                Start,
                [
                    new GraphCommand.CreateEntity(fresh, ["bet"], "f", Properties.None, Validity.Since(Now)),
                    Set(fresh, "status", Value.Of("possibility"), Validity.Since(Now)),
                ]
            )
        );
    }

    [Fact]
    public void A_kind_is_not_asked_for_fields_it_does_not_have_nor_for_ties_it_has_no_way_to_do_without()
    {
        var asked = StepNow(Start, Goal, "committed").Demands;

        Assert.Equal(["contributes-to"], asked.Select(demand => ((GateAsk.Relation)demand.Ask).Type));
    }

    [Fact]
    public void On_purpose_no_is_no_reason_and_blanks_are_none_either()
    {
        var noReason = After(Start, [Set("unstaffed-on-purpose", Value.Of(false)), Set("not-linked-because", Value.Of("  "))]);

        Assert.Equal(5, StepNow(noReason, Bet, "committed").Missing.Count());
    }

    [Fact]
    public void A_link_that_ends_in_the_same_change_is_no_link()
    {
        var linked = After(Start, Answers);
        GraphCommand end = new GraphCommand.Retire(Id.Named("gate", "contributes-to", $"{Bet}", $"{Goal}"), Validity.Since(Now));

        Assert.Null(Check(linked, [Enter("committed")]));
        Assert.Contains("larger intent", Check(linked, [end, Enter("committed")])!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gate_of_a_past_moment_is_what_held_then()
    {
        var later = After(Start, Answers);
        var then = Earlier + Duration.FromDays(10);

        Assert.Empty(StepNow(later, Bet, "committed").Missing);
        Assert.Equal(5, Step.Of(later.Read(then, Now, Mask.Nothing), Bet, "committed")!.Missing.Count());
        Assert.Equal(5, Step.Of(Start.Read(Now, Now, Mask.Nothing), Bet, "committed")!.Missing.Count());
    }

    [Fact]
    public void A_step_in_the_future_is_asked_for_what_will_hold_then()
    {
        var soon = Now + Duration.FromDays(30);
        GraphCommand commit = Set(Bet, "status", Value.Of("committed"), Validity.Since(soon));
        var promised = After(Start, Answers);

        Assert.Null(Check(promised, [commit]));
        GraphCommand over = Set(Bet, "positives", Value.Nothing, Validity.Since(soon - Duration.FromDays(1)));
        Assert.Equal("gate.unmet", Check(promised, [over, commit])?.Code);
    }

    [Fact]
    public void Stepping_back_along_the_lifecycle_asks_for_nothing()
    {
        var committed = After(Start, [.. Answers, Enter("committed")]);
        var bare = After(committed, Set("positives", Value.Nothing), Set("watch-outs", Value.Nothing));

        Assert.Null(Check(bare, [Enter("option")]));
        Assert.Null(Check(bare, [Enter("abandoned")]));
        Assert.Equal("step.unknown", Check(bare, [Enter("possibility")])?.Code);
        Assert.Null(Check(bare, [Enter("possibility")], "We had not meant it"));
    }

    [Fact]
    public void A_change_may_step_back_without_a_word_and_is_asked_why_when_it_skips()
    {
        var (trial, small) = (Id.Named("gate", "trial"), Id.Named("gate", "small"));
        var tried = After(
            Start,
            Trial(trial, ("status", Value.Of("local-experiment")), ("positives", Value.Of([Value.Of("calm")]))),
            Trial(small),
            Joins("grew-from", trial, small)
        );
        GraphCommand Stage(string stage) => Set(trial, "status", Value.Of(stage), Validity.Since(Now));

        Assert.Equal("step.unknown", Check(tried, [Stage("program")])?.Code);
        Assert.Null(Check(tried, [Stage("program")], "The others had begun"));
        Assert.Null(Check(After(tried, Stage("program")), [Stage("scaling-experiment")]));

        static GraphCommand Trial(Id id, params (string, Value)[] fields) =>
            new GraphCommand.CreateEntity(id, ["change-experiment"], $"{id}", Properties.Of(fields), Validity.Since(Earlier));
    }

    [Fact]
    public void What_a_pack_brings_is_told_not_asked()
    {
        var language = PackShelf.Open(["core", "language"]);
        var word = Id.Named("gate", "word");
        GraphCommand Say(params (string, Value)[] more) =>
            new GraphCommand.CreateEntity(
                word,
                ["signifier"],
                "w",
                Properties.Of([("title", Value.Of("w")), ("term", Value.Of("w")), ("status", Value.Of("preferred")), .. more]),
                Validity.Since(Now)
            );
        var start = After(GraphSnapshot.Empty(), language.ToCommands());

        Assert.Equal("gate.unmet", Check(start, [Say()])?.Code);
        Assert.Null(Check(start, [Say(("pack", Value.Of("okr")))]));
    }

    [Fact]
    public void Of_several_things_that_may_not_each_is_named_up_to_three()
    {
        var others = Enumerable.Range(0, 5).Select(i => Id.Named("gate", $"more {i}")).ToArray();
        var many = After(
            Start,
            others.Select(
                (id, i) =>
                    (GraphCommand)
                        new GraphCommand.CreateEntity(
                            id,
                            ["bet"],
                            $"m{i}",
                            Properties.Of(("title", Value.Of($"M{i}"))),
                            Validity.Since(Earlier)
                        )
            )
        );

        var fault = Check(many, others.Select(id => Set(id, "status", Value.Of("committed"), Validity.Since(Now))))!;

        Assert.StartsWith("5 things cannot", fault.Message, StringComparison.Ordinal);
        Assert.Contains("M2 (bet:m2)", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("M3", fault.Message, StringComparison.Ordinal);
    }
}
