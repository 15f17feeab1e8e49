using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Testing;

namespace Orrery.Tests.Query;

/// <summary>Laws of what queries compute on values.</summary>
public sealed class ValueLaws
{
    private static readonly CallSurroundings Around = new(Instant.FromUtc(2027, 3, 4, 5, 6, 7), new Random(1));

    private static readonly Gen<bool?> Truths = Gen.Elements<bool?>(true, false, null);

    private static readonly Gen<Value.Duration> Lengths = Gen.Choose(-100_000, 100_000)
        .Four()
        .Select(parts =>
            Durations.OfNanos(parts.Item1, parts.Item2, ((Int128)parts.Item3 * 77_777_777_777) + (parts.Item4 * 1_001L))
        );

    private static readonly Gen<LocalDateTime> Stamps = Gen.Choose(-200_000, 200_000)
        .Zip(
            Gen.Choose(0, 86_399_999),
            (day, millis) => new LocalDate(1970, 1, 1).PlusDays(day).AtMidnight().PlusNanoseconds(millis * 1_000_001L)
        );

    [Fact]
    public void Logic_of_three_values_is_symmetric_and_knows_de_Morgan() =>
        Prop.ForAll(
                Truths.Two().ToArbitrary(),
                pair =>
                {
                    var (a, b) = pair;
                    Assert.Equal(Truth.And(a, b), Truth.And(b, a));
                    Assert.Equal(Truth.Or(a, b), Truth.Or(b, a));
                    Assert.Equal(Truth.Xor(a, b), Truth.Xor(b, a));
                    Assert.Equal(Truth.Not(Truth.And(a, b)), Truth.Or(Truth.Not(a), Truth.Not(b)));
                    Assert.Equal(Truth.Xor(a, b), Truth.And(Truth.Or(a, b), Truth.Not(Truth.And(a, b))));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_groups_together_sorts_together_and_hashes_alike() =>
        Check(
            Some.Value.Two(),
            pair =>
            {
                var (a, b) = pair;
                var same = Comparing.AreSame(a, b);
                Assert.Equal(same, ValueOrder.Instance.Compare(a, b) == 0);
                Assert.True(Comparing.AreSame(a, a));
                if (same)
                    Assert.Equal(Comparing.Grouping.GetHashCode(a), Comparing.Grouping.GetHashCode(b));
            }
        );

    [Fact]
    public void A_whole_number_groups_with_the_float_of_its_size() =>
        Check(
            Some.Double,
            number =>
            {
                var whole = Value.Of((long)number);
                if (Comparing.AreSame(whole, Value.Of(number)))
                    Assert.Equal(Comparing.Grouping.GetHashCode(whole), Comparing.Grouping.GetHashCode(Value.Of(number)));
            }
        );

    [Fact]
    public void Equal_is_the_same_and_less_is_before() =>
        Check(
            Some.Value.Two(),
            pair =>
            {
                var (a, b) = pair;
                if (Comparing.AreEqual(a, b) == true)
                    Assert.True(Comparing.AreSame(a, b));
                if (Comparing.IsLess(a, b) == true && a is not Value.List)
                    Assert.True(ValueOrder.Instance.Compare(a, b) < 0);
                Assert.Equal(Comparing.IsLess(a, b), Comparing.IsGreater(b, a));
            }
        );

    [Fact]
    public void Time_moved_on_and_back_is_where_it_was() =>
        Check(
            Stamps.Zip(Lengths, (stamp, length) => (stamp, length with { Months = 0 })),
            pair =>
            {
                var (stamp, length) = pair;
                Value start = new Value.LocalDateTime(stamp);
                Assert.Equal(start, Arithmetic.Subtract(Arithmetic.Add(start, length), length));
                Assert.Equal(length, Durations.Negated(Durations.Negated(length)));
            }
        );

    [Fact]
    public void The_duration_between_two_times_leads_from_one_to_the_other() =>
        Check(
            Stamps.Two(),
            pair =>
            {
                Value from = new Value.LocalDateTime(pair.Item1);
                Value to = new Value.LocalDateTime(pair.Item2);
                Assert.Equal(to, Arithmetic.Add(from, Between.InSeconds(from, to)));
                Assert.Equal(to, Arithmetic.Add(from, Between.Mixed(from, to)));
            }
        );

    [Fact]
    public void Every_time_reads_back_from_its_text() =>
        Check(
            Times,
            time =>
            {
                var (function, value) = time;
                Assert.Equal(value, FunctionCatalogue.All[function].Call([Value.Of(CypherText.Of(value))], Around));
            }
        );

    [Fact]
    public void Every_float_reads_back_from_its_text() =>
        Check(
            Some.Double.Where(double.IsFinite),
            number => Assert.Equal(number, double.Parse(CypherText.Of(number), System.Globalization.CultureInfo.InvariantCulture))
        );

    private static Gen<(string Function, Value Value)> Times =>
        from stamp in Stamps
        from seconds in Gen.Choose(-18 * 3600, 18 * 3600)
        from zone in Gen.Elements("Europe/Stockholm", "Asia/Tokyo", "America/New_York", "UTC")
        from length in Lengths
        from one in Gen.Elements<(string, Value)>(
            ("date", Value.Of(stamp.Date)),
            ("localtime", new Value.LocalTime(stamp.TimeOfDay)),
            ("time", new Value.Time(stamp.TimeOfDay.WithOffset(Offset.FromSeconds(seconds)))),
            ("localdatetime", new Value.LocalDateTime(stamp)),
            ("datetime", Zone.Of(Offset.FromSeconds(seconds)).At(stamp)),
            ("datetime", Zone.Parse(zone).At(stamp)),
            ("duration", length)
        )
        select one;

    private static void Check<T>(Gen<T> values, Action<T> law) =>
        Prop.ForAll(values.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
