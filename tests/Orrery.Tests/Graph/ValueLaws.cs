using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;
using Orrery.Testing;

namespace Orrery.Tests.Graph;

/// <summary>Laws of values: one order, one equality, one text.</summary>
public sealed class ValueLaws
{
    private static readonly ValueOrder Order = ValueOrder.Instance;

    [Fact]
    public void The_order_is_total() =>
        Prop.ForAll(
                Some.Value.Three().ToArbitrary(),
                values =>
                {
                    var (a, b, c) = values;
                    Assert.Equal(Math.Sign(Order.Compare(a, b)), -Math.Sign(Order.Compare(b, a)));
                    Assert.Equal(0, Order.Compare(a, a));
                    if (Order.Compare(a, b) <= 0 && Order.Compare(b, c) <= 0)
                        Assert.True(Order.Compare(a, c) <= 0);
                    if (Order.Compare(a, b) == 0)
                        Assert.Equal(Math.Sign(Order.Compare(a, c)), Math.Sign(Order.Compare(b, c)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Equal_values_compare_as_equal_and_hash_alike() =>
        Prop.ForAll(
                Some.Value.Two().ToArbitrary(),
                values =>
                {
                    var (a, b) = values;
                    var copy = ValueCodec.FromBytes(ValueCodec.ToBytes(a));
                    Assert.Equal(a, copy);
                    Assert.Equal(a.GetHashCode(), copy.GetHashCode());
                    if (a.Equals(b))
                        Assert.Equal(0, Order.Compare(a, b));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Any_value_has_a_text_of_bounded_length() =>
        Prop.ForAll(Some.Value.ToArbitrary(), value => Assert.InRange(ValueText.Of(value).Length, 0, 400))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_number_of_300_digits_reads_by_its_exponent()
    {
        Assert.Equal("1.5E+300", ValueText.Of(Value.Of(1.5e300)));
        Assert.Equal("-1E+200 to 1E+300", ValueText.Of(new Value.Interval(-1e200, 1e300)));
    }

    [Fact]
    public void Odd_numbers_are_one_each()
    {
        Assert.Equal(Value.Of(0.0), Value.Of(-0.0));
        Assert.Equal(Value.Of(double.NaN), Value.Of(BitConverter.Int64BitsToDouble(-1)));
        Assert.Equal(new Value.Money(1.0m, "EUR"), new Value.Money(1.00m, "EUR"));
        Assert.Equal(0, Order.Compare(Value.Of(1L), Value.Of(1.0)));
        Assert.NotEqual(Value.Of(1L), Value.Of(1.0));
        Assert.True(Order.Compare(Value.Of(double.NaN), Value.Of(double.PositiveInfinity)) > 0);
        Assert.True(Order.Compare(Value.Of(9007199254740993), Value.Of(9007199254740992.0)) > 0);
    }

    [Fact]
    public void A_value_that_reads_alike_is_not_written_again()
    {
        var company = new Company();
        company.Do(Company.Set("dial", "a-number", Value.Of(0.0)), Company.Set("dial", "a-money", new Value.Money(1.0m, "EUR")));

        Assert.Empty(
            company.Do(
                Company.Set("dial", "a-number", Value.Of(-0.0)),
                Company.Set("dial", "a-money", new Value.Money(1.00m, "EUR"))
            )
        );
    }

    [Fact]
    public void Maps_are_equal_in_whatever_order_their_names_came()
    {
        var (lower, upper) = (KeyValuePair.Create("a", Value.Of(1L)), KeyValuePair.Create("B", Value.Of(2L)));
        var byCulture = ImmutableSortedDictionary.CreateRange(StringComparer.InvariantCultureIgnoreCase, [lower, upper]);
        var byBytes = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, [upper, lower]);

        Assert.Equal(new Value.Map(byBytes), new Value.Map(byCulture));
        Assert.Equal(ValueCodec.ToBytes(new Value.Map(byBytes)), ValueCodec.ToBytes(new Value.Map(byCulture)));
    }

    [Theory]
    [InlineData("Faster <b>onboarding</b>", "faster-b-onboarding-b")]
    [InlineData("🛰️ Später", "später")]
    [InlineData("שלום עולם", "שלום-עולם")]
    [InlineData("half \ud83d a pair", "half-a-pair")]
    [InlineData("!?", "")]
    public void A_title_gives_a_key_or_none(string title, string key) =>
        Assert.Equal(key, EntityRef.KeyFor(title).Trim('\ufe0f', '-'));

    [Fact]
    public void At_the_very_ends_of_time_nothing_begins_and_nothing_breaks()
    {
        var company = new Company();
        Assert.Equal(
            "time.empty",
            company.Refuse(Company.Set("ada", "title", Value.Of("x"), Validity.Since(Instant.MaxValue))).Code
        );
        company.Do(Company.Set("ada", "title", Value.Of("Ada"), new(Instant.MinValue, Instant.MaxValue)));
        company.Do(new GraphCommand.Restore(Company.IdOf("ada"), Validity.Always));

        Assert.Equal("Ada", company.Find("ada", Instant.MinValue)!.Title);
        Assert.Equal("Ada", company.Find("ada", Instant.MaxValue - Duration.FromTicks(2))!.Title);
        Assert.Null(company.Find("ada", Instant.MaxValue));
    }
}
