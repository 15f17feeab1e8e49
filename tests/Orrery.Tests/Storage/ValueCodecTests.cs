using FsCheck;
using FsCheck.Fluent;
using Orrery.Graph;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class ValueCodecTests
{
    [Fact]
    public void A_value_is_read_as_it_was_written() =>
        Prop.ForAll(Some.Value.ToArbitrary(), value => Assert.Equal(value, ValueCodec.FromBytes(ValueCodec.ToBytes(value))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_values_have_equal_bytes_and_others_have_not() =>
        Prop.ForAll(
                Some.Value.ToArbitrary(),
                Some.Value.ToArbitrary(),
                (a, b) => Assert.Equal(a.Equals(b), ValueCodec.ToBytes(a).AsSpan().SequenceEqual(ValueCodec.ToBytes(b)))
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Twins))]
    public void Values_that_are_equal_in_other_clothes_have_equal_bytes(Value one, Value other)
    {
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(ValueCodec.ToBytes(one), ValueCodec.ToBytes(other));
    }

    [Fact]
    public void Bytes_that_are_no_value_are_refused() =>
        Prop.ForAll(
                Some.Value.ToArbitrary(),
                Gen.Choose(0, 255).Two().ToArbitrary(),
                (value, flip) =>
                {
                    var bytes = ValueCodec.ToBytes(value);
                    bytes[flip.Item1 % bytes.Length] ^= (byte)flip.Item2;
                    Assert.True(ReadsOrRefuses(bytes));
                    Assert.True(ReadsOrRefuses(bytes.AsSpan(0, bytes.Length / 2)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_order_is_total_and_agrees_with_equality() =>
        Prop.ForAll(
                Some.Value.ToArbitrary(),
                Some.Value.ToArbitrary(),
                Some.Value.ToArbitrary(),
                (a, b, c) =>
                {
                    var order = ValueOrder.Instance;
                    Assert.Equal(0, order.Compare(a, ValueCodec.FromBytes(ValueCodec.ToBytes(a))));
                    Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
                    if (order.Compare(a, b) <= 0 && order.Compare(b, c) <= 0)
                        Assert.True(order.Compare(a, c) <= 0);
                    if (order.Compare(a, b) == 0)
                        Assert.Equal(Math.Sign(order.Compare(a, c)), Math.Sign(order.Compare(b, c)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    public static TheoryData<Value, Value> Twins =>
        new()
        {
            { Value.Of(0.0), Value.Of(-0.0) },
            { Value.Of(double.NaN), Value.Of(BitConverter.Int64BitsToDouble(0x7ff8_0000_0000_0001)) },
            { new Value.Interval(-0.0, double.NaN), new Value.Interval(0.0, -double.NaN) },
            { new Value.Money(1.10m, "EUR"), new Value.Money(1.1m, "EUR") },
            { new Value.Money(0m, "EUR"), new Value.Money(new decimal(0, 0, 0, true, 2), "EUR") },
        };

    private static bool ReadsOrRefuses(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return ValueCodec.FromBytes(bytes) is not null;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
