using NodaTime;
using Orrery.Graph;
using Orrery.Query;
using Presence = Orrery.Query.Presence;

namespace Orrery.Tests.Query.Building;

public sealed class ComparedTests
{
    private static readonly Value Usd = new Value.Money(5, "USD");
    private static readonly Value Eur = new Value.Money(2, "EUR");

    [Fact]
    public void Groups_stand_side_by_side_and_a_missing_one_has_none()
    {
        var compared = Compared.Groups(
            Of([Value.Of("gone"), Value.Of(2L)], [Value.Of("both"), Value.Of(3L)]),
            Of([Value.Of("both"), Value.Of(5L)], [Value.Nothing, Value.Of(1L)]),
            new Measure.Number()
        );

        Assert.Equal(["both 3 5 2", " 0 1 1", "gone 2 0 -2"], compared.Select(Text));
    }

    [Fact]
    public void Amounts_that_do_not_go_together_have_no_difference()
    {
        var compared = Compared.Groups(
            Of([Value.Of("a"), Usd], [Value.Of("b"), Usd]),
            Of([Value.Of("a"), Eur], [Value.Of("c"), Eur]),
            new Measure.Total(FieldPath.Of("amount"))
        );

        Assert.True(compared[0].Difference.IsNothing);
        Assert.Equal(Eur, compared[1].Difference);
        Assert.Equal(new Value.Money(-5, "USD"), compared[2].Difference);
    }

    [Fact]
    public void Lines_come_go_and_stay()
    {
        var compared = Compared.Lines(
            Of([Value.Of("a"), Value.Of("open")], [Value.Of("b"), Value.Of("open")]),
            Of([Value.Of("c"), Value.Of("open")], [Value.Of("b"), Value.Of("done")]),
            new Wanted.Things([new Detail.Field(0, FieldPath.Of("status"))], null)
        );

        Assert.Equal([Presence.Came, Presence.Stayed, Presence.Went], compared.Select(line => line.Presence));
        Assert.Equal(["c", "b", "a"], compared.Select(line => line.Row[0].AsText));
    }

    private static string Text(ComparedGroup group) =>
        $"{group.Keys[0].AsText} {ValueText.Of(group.Was)} {ValueText.Of(group.Now)} {ValueText.Of(group.Difference)}";

    private static Answer Of(params Value[][] rows) =>
        new(
            [],
            [.. rows.Select(row => System.Collections.Immutable.ImmutableArray.Create(row))],
            Revision.Start,
            Instant.MinValue,
            null,
            [],
            null
        );
}
