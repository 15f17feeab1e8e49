using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using static Orrery.Tests.Graph.Company;

namespace Orrery.Tests.Graph;

/// <summary>A statement of which a part breaks a rule is taken over without that part, or not at all when that is wished.</summary>
public sealed class TakeoverTests
{
    private static readonly StatedEntity Dial = Gauge("dial-1", ("a-number", Value.Of(3L)));

    public static TheoryData<string, Value, string> Misfits =>
        new()
        {
            { "a-number", Value.Of("three"), "field.misfit" },
            { "a-enum", Value.Of("purple"), "field.misfit" },
            { "a-text", Value.Of(new string('x', (1 << 20) + 1)), "value.too-large" },
            { "a-text", Value.Of("cut \ud83d"), "value.not-unicode" },
            { "a-colour", Value.Of("red"), "field.unknown" },
            { "~exists", Value.Of(false), "field.reserved" },
        };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_value_that_breaks_a_rule_is_left_out_and_told(string field, Value value, string code)
    {
        var company = new Company();
        var odd = Gauge("dial-2", ("a-bool", Value.Of(true)), (field, value));

        var rejected = Assert.Single(Take(company, State([Dial, odd])).Reconciliation.Rejected);

        Assert.Equal(("gauge/dial-2", field, code), (rejected.Record, rejected.Path, rejected.Fault.Code));
        Assert.Equal(["a-bool"], Found(company, "gauge/dial-2")!.Fields.Keys);
        Assert.Equal(Value.Of(3L), Found(company, "gauge/dial-1")!["a-number"]);
        Assert.Single(company.Record(Again(company, State([Dial, odd])), Origin.Import));
    }

    [Fact]
    public void A_value_that_is_left_out_does_not_keep_the_one_before()
    {
        var company = new Company();
        Take(company, State([Dial]));

        Take(company, State([Gauge("dial-1", ("a-number", Value.Of("three")))], day: 2));

        Assert.Equal(Value.Of(3L), Found(company, "gauge/dial-1")!["a-number"]);
        Assert.Equal(Value.Nothing, Found(company, "gauge/dial-1", day: 3)!["a-number"]);
    }

    [Fact]
    public void A_thing_of_an_unknown_kind_is_left_out_with_what_hangs_on_it()
    {
        var company = new Company();
        var zeppelin = new StatedEntity("zeppelin/1", "zeppelin", "1", Properties.None);
        var rides = new StatedRelation("about", "gauge/dial-1", "zeppelin/1", new("zeppelin", "1"), "", Properties.None);

        var taken = Take(company, State([Dial, zeppelin], [rides]));

        Assert.Equal(
            ["zeppelin/1 kind \'zeppelin\': kind.unknown", "gauge/dial-1 about 'zeppelin/1': kind.unknown"],
            taken.Reconciliation.Rejected.Select(Told)
        );
        Assert.NotNull(Found(company, "gauge/dial-1"));
    }

    [Fact]
    public void A_relation_that_breaks_a_rule_is_left_out_and_the_rest_is_there()
    {
        var company = new Company();
        string[] people = ["ada", "bea", "cleo"];
        var statement = State(
            [.. people.Select(name => new StatedEntity(name, "person", $"hr-{name}", Properties.None)), Dial],
            [
                Reports("ada", "bea"),
                Reports("bea", "cleo"),
                Reports("cleo", "ada"),
                Reports("ada", "cleo"),
                Reports("ada", "gauge/dial-1"),
                new("adores", "ada", "bea", null, "", Properties.None),
            ]
        );

        var taken = Take(company, statement);

        Assert.Equal(
            [
                "cleo reports-to 'ada': relation.cycle",
                "ada reports-to 'cleo': relation.cardinality",
                "ada reports-to 'gauge/dial-1': relation.ends",
                "ada adores 'bea': relation.unknown-type",
            ],
            taken.Reconciliation.Rejected.Select(Told)
        );
        Assert.Equal(2, company.Read(Company.Date(2026, 6)).Relations().Count(r => r.Type == "reports-to"));
        Assert.Single(company.Record(Again(company, statement), Origin.Import));
    }

    [Fact]
    public void A_relation_that_came_back_into_a_loop_stays_out()
    {
        var company = new Company();
        var both = ((string[])["ada", "bea"])
            .Select(name => new StatedEntity(name, "person", $"hr-{name}", Properties.None))
            .ToImmutableArray();
        Take(company, State(both, [Reports("ada", "bea")]));
        Take(company, State(both, [Reports("bea", "ada")], day: 2));

        var taken = Take(company, State(both, [Reports("bea", "ada"), Reports("ada", "bea")], day: 3));

        Assert.Equal(["ada reports-to 'bea': relation.cycle"], taken.Reconciliation.Rejected.Select(Told));
        Assert.Equal(
            "bea",
            Assert.Single(company.Read(Day + Duration.FromDays(4)).Relations(), r => r.Type == "reports-to").From!.Ref!.Key[3..]
        );
    }

    [Fact]
    public void A_ref_that_people_gave_away_leaves_the_thing_without_one()
    {
        var company = new Company();
        company.Do(Make("gauge", "dial-1"));

        var taken = Take(company, State([Dial]));

        Assert.Equal(["gauge/dial-1 ref 'gauge:dial-1': ref.taken"], taken.Reconciliation.Rejected.Select(Told));
        Assert.Null(Found(company, "gauge/dial-1")!.Ref);
        Assert.Equal(Value.Of(3L), Found(company, "gauge/dial-1")!["a-number"]);
    }

    [Theory]
    [InlineData("three", "field.misfit", "1.csv, gauge/dial-2, a-number: 'a-number' takes a number, not 'three'.")]
    [InlineData(null, "relation.ends", "1.csv, gauge/dial-1, reports-to: 'reports-to' does not start at 'gauge'.")]
    public void Strictly_nothing_of_it_is_taken_over(string? number, string code, string message)
    {
        var company = new Company();
        var statement = State(
            [Dial, Gauge("dial-2", ("a-number", number is null ? Value.Nothing : Value.Of(number)))],
            number is null ? [Reports("gauge/dial-1", "gauge/dial-2")] : []
        );

        var refused = Assert.IsType<Decision.Refused>(
            GraphRules.TakeOver(company.Snapshot, statement, Strictness.AllOrNothing).Decision
        );

        Assert.Equal((code, message), (refused.Fault.Code, refused.Fault.Message));
    }

    [Fact]
    public void A_reference_to_what_is_retired_is_told_from_one_to_nowhere()
    {
        var company = new Company();
        StatedRelation About(string to) => new("about", "gauge/dial-1", to, new("gauge", to.Split('/')[1]), "", Properties.None);
        Take(company, State([Dial, Gauge("gone"), Gauge("there")]));
        var later = State([Dial, Gauge("there")], [About("gauge/gone"), About("gauge/never"), About("gauge/there")], day: 2);

        Take(company, later);

        Assert.Equal(
            [("gauge/gone", Looseness.Retired), ("gauge/never", Looseness.NeverStated)],
            GraphRules.LooseEnds(company.Snapshot, later).Select(loose => (loose.End, loose.Why))
        );
    }

    private static string Told(Rejection rejection) =>
        $"{rejection.Record} {rejection.Path} '{rejection.Value}': {rejection.Fault.Code}";

    private static StatedEntity Gauge(string name, params (string, Value)[] fields) =>
        new($"gauge/{name}", "gauge", name, Properties.Of(fields));

    private static StatedRelation Reports(string from, string to) => new("reports-to", from, to, null, "", Properties.None);

    private static Statement State(
        ImmutableArray<StatedEntity> entities,
        ImmutableArray<StatedRelation>? relations = null,
        int day = 1
    ) => new("hr", "hr/all", $"{day}.csv", Day + Duration.FromDays(day), $"{day}", entities, relations ?? []);

    private static Takeover Take(Company company, Statement statement)
    {
        var taken = GraphRules.TakeOver(company.Snapshot, statement, Strictness.WhatFits);
        company.Record(taken.Decision, new Cause("Ada", Origin.Import, Source: statement.Source));
        return taken;
    }

    private static Decision Again(Company company, Statement statement) =>
        GraphRules.TakeOver(company.Snapshot, statement, Strictness.WhatFits).Decision;

    private static Entity? Found(Company company, string foreignId, int day = 1) =>
        company.Read(Day + Duration.FromDays(day) + Duration.FromHours(1)).Find(Id.Named("hr", foreignId));
}
