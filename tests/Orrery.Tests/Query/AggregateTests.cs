using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>One value out of many.</summary>
public sealed class AggregateTests
{
    [Theory]
    [InlineData("count", "[1, null, 'a']", "2")]
    [InlineData("sum", "[]", "0")]
    [InlineData("sum", "[1, 2, null]", "3")]
    [InlineData("sum", "[1, 2.5]", "3.5")]
    [InlineData("sum", "[duration('P1D'), duration('PT1H')]", "'P1DT1H'")]
    [InlineData("avg", "[1, 2]", "1.5")]
    [InlineData("avg", "[]", "null")]
    [InlineData("avg", "[duration('P1D'), duration('P3D')]", "'P2D'")]
    [InlineData("min", "[1, 'a', null, [1, 2], 0.2, 'b']", "[1, 2]")]
    [InlineData("max", "[1, 'a', null, [1, 2], 0.2, 'b']", "1")]
    [InlineData("collect", "[1, null, 1]", "[1, 1]")]
    [InlineData("stDevP", "[2, 4, 4, 4, 5, 5, 7, 9]", "2.0")]
    [InlineData("stDev", "[1]", "0.0")]
    public void Aggregates_answer(string name, string values, string answer) =>
        Assert.Equal(answer, Of(AggregateCatalogue.All[name].Start(null), values));

    [Theory]
    [InlineData("percentileDisc", 0.0, "10")]
    [InlineData("percentileDisc", 0.5, "20")]
    [InlineData("percentileDisc", 1.0, "40")]
    [InlineData("percentileCont", 0.5, "25.0")]
    [InlineData("percentileCont", 1.0, "40.0")]
    public void Percentiles_answer(string name, double share, string answer) =>
        Assert.Equal(answer, Of(AggregateCatalogue.All[name].Start(Value.Of(share)), "[40, 10, 30, 20]"));

    [Fact]
    public void A_share_beyond_one_is_refused()
    {
        var refusal = Assert.Throws<QueryException>(() => AggregateCatalogue.All["percentileDisc"].Start(Value.Of(1.1)));

        Assert.Equal((QueryError.ArgumentError, "NumberOutOfRange"), (refusal.Fault.Error, refusal.Fault.Detail));
    }

    [Fact]
    public void Amounts_of_one_currency_add_up_and_of_two_do_not()
    {
        var sum = AggregateCatalogue.All["sum"].Start(null);
        sum.Add(new Value.Money(1.10m, "EUR"));
        sum.Add(new Value.Money(2.20m, "EUR"));

        Assert.Equal(new Value.Money(3.30m, "EUR"), sum.Result());
        Assert.Throws<QueryException>(() => sum.Add(new Value.Money(1m, "USD")));
    }

    private static string Of(Aggregate aggregate, string values)
    {
        foreach (var value in ((Value.List)ValueExpression.Of(values)).Items)
            aggregate.Add(value);
        return ValueExpression.Write(aggregate.Result());
    }
}
