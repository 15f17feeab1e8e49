using Orrery.Graph;
using Orrery.Server;

namespace Orrery.Tests.Views;

public sealed class SumTests
{
    [Fact]
    public void Currencies_are_never_added()
    {
        var sums = Sums.Of([new Value.Money(3, "USD"), new Value.Money(4.5m, "EUR"), new Value.Money(2, "USD"), Value.Nothing]);

        Assert.Equal([new Value.Money(4.5m, "EUR"), new Value.Money(5, "USD")], sums);
    }

    [Fact]
    public void Whole_numbers_stay_whole_until_they_are_too_large()
    {
        Assert.Equal([Value.Of(3L)], Sums.Of([Value.Of(1L), Value.Of(2L)]));
        Assert.Equal([Value.Of(1.5)], Sums.Of([Value.Of(1L), Value.Of(0.5)]));
        Assert.Equal([Value.Of(long.MaxValue + 1.0)], Sums.Of([Value.Of(long.MaxValue), Value.Of(1L)]));
    }

    [Fact]
    public void Nothing_comes_to_nothing() => Assert.Empty(Sums.Of([Value.Nothing, Value.Of("three")]));
}
