using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class TrustTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Theory]
    [InlineData(90, 0.7071, Freshness.Fresh)]
    [InlineData(180, 0.5, Freshness.Ageing)]
    [InlineData(181, 0.4981, Freshness.Stale)]
    public void Half_of_the_trust_is_left_after_a_half_life(double age, double left, Freshness word)
    {
        Assert.Equal(left, Trust.Left(age, 180), 4);
        Assert.Equal(word, FreshnessBands.Of(PracticeSettings.Usual).Word(Trust.Left(age, 180)));
    }

    [Fact]
    public void What_does_not_age_has_no_freshness() =>
        Assert.Equal(Freshness.Unknown, FreshnessBands.Of(PracticeSettings.Usual).Word(null));

    [Fact]
    public void A_confirmation_counts_from_its_own_day_and_names_who_gave_it()
    {
        var reading = Some(("confirmed-at", Value.Of(Start + Duration.FromDays(40))), ("confirmed-by", Value.Of("Ada")))
            .Read(Start + Duration.FromDays(50), Start + Duration.FromDays(50), Mask.Nothing);

        var look = new Trust(reading).LookAt(reading.Entities().Single());

        Assert.Equal(new LastLook(Start + Duration.FromDays(40), "Ada", LookedHow.Confirmed), look);
    }

    [Fact]
    public void Without_one_the_last_word_about_it_counts()
    {
        var reading = Some(("note", Value.Of("written")))
            .Read(Start + Duration.FromDays(9), Start + Duration.FromDays(9), Mask.Nothing);

        var look = new Trust(reading).LookAt(reading.Entities().Single());

        Assert.Equal(new LastLook(Start, "Grace", LookedHow.Told), look);
    }

    [Fact]
    public void A_distance_is_the_time_until_it_is_due_then_since_it_was()
    {
        var snapshot = Some(("due", Value.Of(new LocalDate(2026, 1, 10))));

        Assert.Equal(10, DaysAt(snapshot, 0).Days);
        Assert.Equal(CountedFrom.Due, DaysAt(snapshot, 0).From);
        Assert.Equal(5, DaysAt(snapshot, 15).Days);
        Assert.Equal(CountedFrom.Overdue, DaysAt(snapshot, 15).From);
    }

    private static Distance DaysAt(GraphSnapshot snapshot, int day)
    {
        var at = Start + Duration.FromDays(day);
        var reading = snapshot.Read(at, at, Mask.Nothing);
        var bet = reading.WithLabel("bet").Single();
        var trust = new Trust(reading);
        return new Distances(reading, trust, DateTimeZone.Utc).Of(bet, trust.LookAt(bet));
    }

    // Open, without packs, but for the one kind that gives it a category.
    private static GraphSnapshot Some(params (string, Value)[] fields)
    {
        var kind = Id.Named("kind");
        List<GraphCommand> commands =
        [
            new GraphCommand.CreateEntity(
                Id.Named("it"),
                ["bet"],
                "it",
                Properties.Of([("title", Value.Of("It")), .. fields]),
                Validity.Always
            ),
        ];
        if (fields is [("due", _)])
            commands.Insert(
                0,
                new GraphCommand.CreateEntity(
                    kind,
                    ["kind"],
                    "bet",
                    Properties.Of(("category", Value.Of("intent"))),
                    Validity.Always
                )
            );
        var accepted = Assert.IsType<Decision.Accepted>(GraphRules.Decide(GraphSnapshot.Empty(), commands));
        return GraphSnapshot.Empty().Apply(new(new(1), Start, new("Grace", Origin.Screen), accepted.Events));
    }
}
