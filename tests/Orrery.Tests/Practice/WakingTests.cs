using Orrery.Graph;
using Orrery.Practice;
using Orrery.Tests.Practice.Adoption;

namespace Orrery.Tests.Practice;

/// <summary>Kinds sleep until something needs them.</summary>
public sealed class WakingTests
{
    [Fact]
    public void On_day_one_at_most_twelve_kinds_are_awake_whatever_the_packs_bring()
    {
        var reading = ModelState
            .With(PackShelf.WithNeeds([.. PackShelf.Names.Where(IsOfTheCatalogue).Select(PackShelf.Take)]))
            .Now();

        var (awake, asleep) = Waking.Parted(reading, Offered(reading));

        Assert.InRange(awake.Length, 8, 12);
        Assert.True(asleep.Length > 60, $"{asleep.Length} sleep");
        Assert.Contains(awake, kind => kind.Symbol == "bet");
        Assert.Contains(asleep, kind => kind.Symbol == "funding-tranche");
    }

    [Fact]
    public void The_first_thing_of_a_kind_wakes_it_for_good()
    {
        var before = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("funding")]));
        var thing = Id.Named("a theory");
        var during = ModelState.Record(
            before,
            [
                new GraphCommand.CreateEntity(
                    thing,
                    ["theory-of-investment"],
                    "ours",
                    Properties.Of(("title", Value.Of("Ours"))),
                    Validity.Always
                ),
            ]
        );
        var after = ModelState.Record(during, [new GraphCommand.Retire(thing, Validity.Always)]);

        Assert.Equal(
            [false, true, true],
            new[] { before, during, after }.Select(snapshot =>
                Waking.IsAwake(snapshot.Now(), snapshot.Model.FindKind("theory-of-investment")!)
            )
        );
    }

    [Fact]
    public void What_was_made_here_or_is_wanted_from_day_one_does_not_sleep()
    {
        var packs = ModelState.With(PackShelf.WithNeeds([PackShelf.Take("funding")]));
        var made = ModelState.Record(
            packs,
            KindShaping
                .Add(packs.Now(), PartChange.NoTexts.Add(PartText.Title, "Wish").Add(PartText.Parent, "intent"))
                .Change.Commands
        );
        var tranche = made.Now().Find(made.Model.FindKind("funding-tranche")!.Id)!;
        var wanted = ModelState.Record(
            made,
            KindShaping.Change(made.Now(), tranche, PartChange.NoTexts.Add(PartText.Tier, "core")).Commands
        );

        Assert.True(Waking.IsAwake(wanted.Now(), wanted.Model.FindKind("wish")!));
        Assert.True(Waking.IsAwake(wanted.Now(), wanted.Model.FindKind("funding-tranche")!));
    }

    // The demo companies and Kubernetes bring kinds of their own.
    private static bool IsOfTheCatalogue(string pack) => pack is not ("harbor" or "skein" or "ten-tables" or "kubernetes");

    // Words that packs bring are things of the company from the start.
    private static IEnumerable<Kind> Offered(Reading reading) =>
        reading.Model.Kinds.Values.Where(kind =>
            kind is { IsAbstract: false, IsHidden: false } && kind.Symbol != MetaKinds.Signifier
        );
}
