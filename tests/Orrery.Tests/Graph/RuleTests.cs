using NodaTime;
using Orrery.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Graph;

/// <summary>What the rules accept, at past and future dates, in an enforced workspace.</summary>
public sealed class RuleTests
{
    private readonly Company _company = new();

    [Fact]
    public void Nothing_is_refused_for_being_late_or_early()
    {
        foreach (var date in (Instant[])[Date(1066), Date(2019), Day, Date(2040), Date(9000), Instant.MinValue])
        {
            var (since, name) = (Validity.Since(date), $"at {date.ToUnixTimeTicks()}");
            _company.Do(
                Make("person", name, since, ("title", Value.Of("Bo"))) with
                {
                    Key = null,
                },
                Relate(name, "about", "kind gauge", since),
                Set(name, "summary", Value.Of("Then."), since),
                new GraphCommand.SetLabels(IdOf(name), ["team"], since)
            );
            _company.Do(new GraphCommand.Retire(IdOf(name), since));
            Assert.Null(_company.Find(name, date));
            _company.Do(new GraphCommand.Restore(IdOf(name), since));

            var found = _company.Find(name, date)!;
            Assert.Equal(("team", "Then."), (found.Kind, found["summary"].AsText));
            Assert.Single(found.Relations(Direction.Out, "about"));
        }
    }

    [Fact]
    public void A_ref_that_was_changed_keeps_leading_to_its_entity()
    {
        _company.Do(new GraphCommand.GiveRef(IdOf("ada"), "countess"));
        _company.Do(new GraphCommand.GiveRef(IdOf("ada"), "lovelace"));

        foreach (var key in (string[])["ada", "countess", "lovelace"])
            Assert.Equal(IdOf("ada"), _company.Read().Find(EntityRef.Of("person", key))!.Id);
        Assert.Equal("person:lovelace", _company.Find("ada")!.Ref!.ToString());
    }

    [Fact]
    public void A_ref_it_had_before_can_be_had_again_and_the_one_it_has_changes_nothing()
    {
        Assert.Empty(_company.Do(new GraphCommand.GiveRef(IdOf("ada"), "ada")));
        _company.Do(new GraphCommand.GiveRef(IdOf("ada"), "countess"));
        _company.Do(new GraphCommand.GiveRef(IdOf("ada"), "ada"));

        Assert.Equal("person:ada", _company.Find("ada")!.Ref!.ToString());
        Assert.Single(
            _company.Do(Make("person", "x"), new GraphCommand.GiveRef(IdOf("x"), "x")),
            e => e is GraphEvent.EntityCreated
        );
    }

    [Fact]
    public void A_retired_entity_keeps_its_ref()
    {
        _company.Do(new GraphCommand.Retire(IdOf("ada"), Validity.Always));

        Assert.Equal("ref.taken", _company.Refuse(Make("person", "x") with { Key = "ada" }).Code);
        Assert.Null(_company.Read().Find(EntityRef.Of("person", "ada")));
        Assert.NotNull(_company.Read().FindAnyTime(EntityRef.Of("person", "ada")));
    }

    [Fact]
    public void What_a_source_relates_to_something_retired_is_recorded_and_shows_when_it_is_restored()
    {
        _company.Do(new GraphCommand.Retire(IdOf("grace"), SinceDay));
        _company.Do(Relate("ada", "reports-to", "grace") with { Ends = EndsOf.Whenever });
        Assert.Empty(_company.Find("ada")!.Relations(Direction.Out));

        _company.Do(new GraphCommand.Restore(IdOf("grace"), SinceDay));

        Assert.Single(_company.Find("ada")!.Relations(Direction.Out));
    }

    [Fact]
    public void Somebody_gets_another_manager_in_one_change()
    {
        _company.Do(Relate("ada", "reports-to", "grace"));

        _company.Do(
            new GraphCommand.Retire(IdOf("ada-reports-to-grace"), Validity.Since(Date(2027))),
            Relate("ada", "reports-to", "linus", Validity.Since(Date(2027)))
        );

        Assert.Equal(IdOf("grace"), Assert.Single(_company.Find("ada")!.Relations(Direction.Out)).ToId);
        Assert.Equal(IdOf("linus"), Assert.Single(_company.Find("ada", Date(2028))!.Relations(Direction.Out)).ToId);
    }

    [Fact]
    public void How_many_there_may_be_counts_at_one_instant()
    {
        _company.Do(
            Relate("ada", "pairs-with", "grace", Between(2027, 2028)),
            Relate("ada", "pairs-with", "linus", Between(2028, 2029))
        );

        _company.Do(Relate("ada", "pairs-with", "grow", Between(2026, 2030)));

        Assert.Equal("relation.cardinality", _company.Refuse(Relate("ada", "pairs-with", "last", Between(2027, 2030))).Code);
        _company.Do(Relate("ada", "pairs-with", "last", Between(2029, 2030)));
    }

    [Fact]
    public void A_loop_that_never_closes_at_one_instant_is_none()
    {
        _company.Do(
            Relate("ada", "reports-to", "grace", Between(2027, 2028)),
            Relate("grace", "reports-to", "linus", Between(2028, 2029))
        );

        _company.Do(Relate("linus", "reports-to", "ada", Validity.Since(Date(2026))));

        Assert.Single(_company.Find("linus", Date(2027))!.Relations(Direction.Out));
    }

    [Fact]
    public void A_loop_that_closes_in_a_past_year_only_is_refused()
    {
        _company.Do(Make("person", "bo", Validity.Always), Make("person", "cy", Validity.Always));
        _company.Do(Relate("bo", "reports-to", "cy", Between(2018, 2021)));

        Assert.Equal("relation.cycle", _company.Refuse(Relate("cy", "reports-to", "bo", Between(2020, 2022))).Code);
        _company.Do(Relate("cy", "reports-to", "bo", Between(2021, 2022)));
    }

    [Fact]
    public void A_relation_can_lead_to_a_relation_where_its_type_says_so()
    {
        _company.Do(Make("metric", "churn"), Make("metric", "speed"));
        _company.Do(Relate("churn", "drives", "speed"));

        _company.Do(Relate("grow", "targets", "churn-drives-speed"));
        _company.Do(Relate("ada", "about", "grow-targets-churn-drives-speed"));

        var target = Assert.Single(_company.Find("grow")!.Relations(Direction.Out, "targets"));
        Assert.Equal(IdOf("churn-drives-speed"), target.ToRelation!.Id);
        Assert.Equal(IdOf("ada"), Assert.Single(target.Relations(Direction.In)).FromId);
        _company.Do(new GraphCommand.Retire(IdOf("churn"), SinceDay));
        Assert.Empty(_company.Find("grow")!.Relations(Direction.Out));
        Assert.Empty(_company.Find("ada")!.Relations(Direction.Out));
    }

    [Fact]
    public void A_value_of_exactly_1_mebibyte_is_kept()
    {
        var text = new string('ü', 1 << 19);

        _company.Do(Set("ada", "summary", Value.Of(text)));

        Assert.Equal(text, _company.Find("ada")!["summary"].AsText);
    }

    [Fact]
    public void What_holds_already_is_not_written_again()
    {
        _company.Do(Set("ada", "title", Value.Of("Ada"), Between(2026, 2028)), Relate("ada", "reports-to", "grace"));
        _company.Do(Set("ada", "title", Value.Of("Ada"), Between(2027, 2030)));

        Assert.Empty(
            _company.Do(
                Set("ada", "title", Value.Of("Ada"), Between(2027, 2029)),
                Set("ada", "summary", Value.Nothing),
                new GraphCommand.SetLabels(IdOf("ada"), ["person"], Validity.Always),
                new GraphCommand.GiveRef(IdOf("ada"), "ada"),
                new GraphCommand.Retire(IdOf("ada-reports-to-grace"), Between(2020, 2021)),
                new GraphCommand.Restore(IdOf("ada"), Between(2027, 2029))
            )
        );
        Assert.Single(_company.Do(Set("ada", "title", Value.Of("Ada"), Between(2027, 2031))));
    }

    [Fact]
    public void A_kind_set_over_an_interval_overrules_the_kind_set_for_later()
    {
        _company.Do(new GraphCommand.SetLabels(IdOf("ada"), ["team"], Validity.Since(Date(2028))));

        _company.Do(new GraphCommand.SetLabels(IdOf("ada"), ["person"], SinceDay));

        Assert.Equal("person", _company.Find("ada", Date(2029))!.Kind);
    }

    [Fact]
    public void Kinds_set_for_two_intervals_in_one_change_both_hold()
    {
        _company.Do(
            new GraphCommand.SetLabels(IdOf("ada"), ["team"], Between(2027, 2028)),
            new GraphCommand.SetLabels(IdOf("ada"), ["team"], Between(2030, 2031)),
            Set("ada", "staffing-model", Value.Nothing, Between(2027, 2028)) with
            {
                Field = "title",
            }
        );

        Assert.Equal(
            ["person", "team", "person", "team"],
            ((int[])[2026, 2027, 2029, 2030]).Select(year => _company.Find("ada", Date(year, 6))!.Kind)
        );
    }

    [Fact]
    public void Of_two_editors_of_one_field_the_second_is_told()
    {
        _company.Do(Set("ada", "title", Value.Of("Theirs")));

        var mine = _company.Refuse(Set("ada", "title", Value.Of("Mine"), expected: Value.Nothing));

        Assert.Equal("field.changed", mine.Code);
        Assert.Contains("Theirs", mine.Message, StringComparison.Ordinal);
        Assert.Single(_company.Do(Set("ada", "title", Value.Of("Mine"), expected: Value.Of("Theirs"))));
    }

    [Fact]
    public void Observations_are_no_value_and_hide_none()
    {
        _company.Do(new GraphCommand.AppendSeries(IdOf("dial"), "a-series", [new(Date(2027), 2), new(Day, 1)]));

        var dial = _company.Find("dial", Date(2030))!;

        Assert.Equal([1, 2], dial.Series("a-series").Select(point => point.Value));
        Assert.Equal(Value.Nothing, dial["a-series"]);
        Assert.DoesNotContain("a-series", dial.Fields.Keys);
        Assert.Empty(dial.Timeline("a-series"));
        Assert.Equal(1, Assert.Single(_company.Find("dial")!.Series("a-series")).Value);
    }

    [Fact]
    public void A_later_observation_of_the_same_instant_corrects_the_earlier_one()
    {
        _company.Do(new GraphCommand.AppendSeries(IdOf("dial"), "a-series", [new(Day, 1), new(Date(2027), 2)]));
        var before = _company.Snapshot;
        _company.Do(new GraphCommand.AppendSeries(IdOf("dial"), "a-series", [new(Day, 3)]));

        Assert.Equal([3, 2], _company.Find("dial", Date(2030))!.Series("a-series").Select(point => point.Value));
        Assert.Equal(1, Assert.Single(before.Read(Day, Day, Mask.Nothing).FindAnyTime(IdOf("dial"))!.Series("a-series")).Value);
    }

    [Fact]
    public void What_the_product_keeps_for_itself_reads_as_nothing()
    {
        _company.Do(
            new GraphCommand.SetLabels(IdOf("ada"), ["team"], SinceDay),
            new GraphCommand.Restore(IdOf("ada"), Validity.Always)
        );

        Assert.Equal(Value.Nothing, _company.Find("ada")!["~labels"]);
        Assert.Equal(Value.Nothing, _company.Find("ada")!["~exists"]);
        Assert.Empty(_company.Find("ada")!.Timeline("~labels"));
    }

    [Fact]
    public void Something_spoken_of_but_never_seen_exists_once_it_is_restored()
    {
        _company.Do(
            Make("person", "bo", Validity.Never, ("title", Value.Of("Bo"))),
            Relate("ada", "reports-to", "bo") with
            {
                Ends = EndsOf.Whenever,
            }
        );
        Assert.Null(_company.Find("bo"));
        Assert.Empty(_company.Do(new GraphCommand.Retire(IdOf("bo"), Validity.Always)));

        _company.Do(new GraphCommand.Restore(IdOf("bo"), SinceDay));

        Assert.Equal("Bo", _company.Find("bo")!.Title);
        Assert.Single(_company.Find("bo")!.Relations(Direction.In, "reports-to"));
    }

    [Fact]
    public void Two_kinds_of_one_symbol_leave_the_workspace_open()
    {
        _company.Do(
            new GraphCommand.CreateEntity(
                IdOf("again"),
                [MetaKinds.Kind],
                null,
                Properties.Of(("symbol", Value.Of("gauge"))),
                Validity.Always
            )
        );

        Assert.NotNull(_company.Snapshot.Model.FindKind("gauge")!.Fields.GetValueOrDefault("a-text"));
        _company.Do(Make("gauge", "another"));
    }

    [Fact]
    public void An_entity_that_becomes_a_kind_is_one_from_its_next_field_on()
    {
        _company.Do(new GraphCommand.SetLabels(IdOf("grow"), [MetaKinds.Kind], Validity.Always));
        _ = _company.Snapshot.Model;
        _company.Do(Set("grow", "symbol", Value.Of("growth"), Validity.Always));

        Assert.NotNull(_company.Snapshot.Model.FindKind("growth"));
    }

    [Fact]
    public void A_kind_defined_from_a_day_on_is_known_after_the_graph_was_laid_out()
    {
        _company.Do(
            new GraphCommand.CreateEntity(
                IdOf("field late"),
                [MetaKinds.Field],
                "late",
                Properties.Of(("symbol", Value.Of("late")), ("field-kind", Value.Of("text"))),
                SinceDay
            ),
            new GraphCommand.Relate(
                IdOf("gauge has late"),
                "has-field",
                IdOf("kind gauge"),
                IdOf("field late"),
                Properties.None,
                SinceDay
            )
        );

        _company.Snapshot.Freeze()();

        Assert.Contains("late", Model.Of(_company.Snapshot).FindKind("gauge")!.Fields.Keys);
    }

    [Theory]
    [InlineData(-9000)]
    [InlineData(-3000)]
    [InlineData(1700)]
    [InlineData(6052)]
    [InlineData(6054)]
    [InlineData(8000)]
    [InlineData(9998)]
    public void Relations_hold_in_the_farthest_years_frozen_or_not(int year)
    {
        var during = new Validity(At(year), At(year + 1));
        _company.Do(Make("person", "bo", Validity.Always), Make("person", "cy", Validity.Always));
        _company.Do(Relate("bo", "about", "cy", during));
        _company.Snapshot.Freeze()();

        foreach (
            var (at, count) in (IEnumerable<(Instant, int)>)
                [(At(year) - Duration.FromTicks(1), 0), (At(year), 1), (At(year) + Duration.FromDays(40), 1), (At(year + 1), 0)]
        )
        {
            Assert.Equal(count, _company.Find("bo", at)!.Relations(Direction.Out).Count());
            Assert.Equal(1 + count, _company.Read(at).Walk([_company.Find("bo", at)!], ["about"], Direction.Out, 9).Count);
        }
    }

    [Fact]
    public void A_source_can_replace_one_by_another_where_there_may_be_one()
    {
        Reconcile(Date(2026, 4), "grace");

        Reconcile(Date(2026, 5), "linus");

        Assert.Equal("linus", Boss(Date(2026, 6)));
        Assert.Equal("grace", Boss(Date(2026, 4, 20)));
    }

    [Fact]
    public void What_people_made_of_a_kind_stays_when_the_source_is_read_again()
    {
        Reconcile(Date(2026, 4), "grace");
        _company.Do(new GraphCommand.SetLabels(Id.Named("hr", "ada"), ["team"], Validity.Since(Date(2026, 4))));

        var kept = Reconcile(Date(2026, 5), "grace").KeptEdits;

        Assert.Equal("team", _company.Read(Date(2026, 6)).Find(Id.Named("hr", "ada"))!.Kind);
        Assert.Contains(kept, line => line.StartsWith("kind of", StringComparison.Ordinal));
    }

    private Reconciliation Reconcile(Instant from, string boss)
    {
        string[] people = ["ada", "grace", "linus"];
        var statement = new Statement(
            "hr",
            "hr/people",
            $"{from}.csv",
            from,
            $"digest {from}",
            [.. people.Select(person => new StatedEntity(person, "person", $"hr-{person}", Properties.None))],
            [new StatedRelation("reports-to", "ada", boss, null, "", Properties.None)]
        );
        var reconciliation = GraphRules.Reconcile(_company.Snapshot, statement);
        _company.Record(_company.Decide(reconciliation.Commands), Origin.Import);
        return reconciliation;
    }

    private string Boss(Instant at) =>
        Assert.Single(_company.Read(at).Find(Id.Named("hr", "ada"))!.Relations(Direction.Out, "reports-to")).To!.Ref!.Key[3..];

    private static Instant At(int year) => new LocalDate(year, 1, 1).AtMidnight().InUtc().ToInstant();
}
