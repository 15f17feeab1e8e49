using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Testing;

/// <summary>Generated inputs for properties. Small on purpose: ids, names and texts recur, so that facts meet.</summary>
public static partial class Some
{
    /// <summary>Texts that have broken programs before, and plain ones.</summary>
    public static Gen<string> Text =>
        Gen.OneOf(
            Gen.Elements(
                "",
                "a",
                "Faster onboarding",
                "Ünïcødé",
                "👩‍🚀 emoji",
                "שלום",
                "<b>&amp;</b>",
                "line\nbreak\t\"quoted\"\\",
                "\0",
                "'; drop"
            ),
            Gen.Choose(0, 20)
                .SelectMany(length => Gen.ArrayOf(Gen.Choose(32, 0x2fff).Select(c => (char)c), length))
                .Select(c => new string(c)),
            Gen.Elements(40, 41, 127, 128, 5000).Select(length => new string('x', length))
        );

    /// <summary>Symbols as fields, labels and types have them.</summary>
    public static Gen<string> Symbol =>
        Gen.Elements("title", "status", "owner", "bet", "team", "outcome", "serves", "part-of", "größe", "Kind", "x");

    /// <summary>Few ids, so that events speak of the same things.</summary>
    public static Gen<Id> Id =>
        Gen.OneOf(
            Gen.Choose(1, 12).Select(n => Graph.Id.Named("some", n.ToString())),
            Gen.Elements(default(Id), new Id(new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff")))
        );

    /// <summary>Instants to 100 ns, near now, far away, and both ends of the scale.</summary>
    public static Gen<Instant> Instant =>
        Gen.Frequency(
            (6, Gen.Choose(0, 4000).Select(day => NodaTime.Instant.FromUtc(2017, 1, 1, 0, 0) + NodaTime.Duration.FromDays(day))),
            (2, Long.Select(ticks => NodaTime.Instant.FromUnixTimeTicks(ticks % 250_000_000_000_000_000))),
            (1, Gen.Elements(NodaTime.Instant.MinValue, NodaTime.Instant.MaxValue, default))
        );

    /// <summary>Intervals, empty and endless ones among them.</summary>
    public static Gen<Validity> Validity =>
        Gen.OneOf(
            Instant.Select(Graph.Validity.Since),
            Instant.Two().Select(ends => new Validity(ends.Item1, ends.Item2)),
            Gen.Elements(Graph.Validity.Always, Graph.Validity.Never)
        );

    /// <summary>Whole numbers of every size.</summary>
    public static Gen<long> Long =>
        Gen.OneOf(
            Gen.Choose(-300, 300).Select(n => (long)n),
            Gen.Elements(long.MinValue, long.MaxValue, 1L << 53, (1L << 53) + 1, -1L, int.MaxValue, int.MinValue),
            Gen.Choose(int.MinValue, int.MaxValue).Two().Select(n => ((long)n.Item1 << 32) ^ (uint)n.Item2)
        );

    /// <summary>Fractions, with the odd ones.</summary>
    public static Gen<double> Double =>
        Gen.OneOf(
            Gen.Choose(-1000, 1000).Select(n => n / 8.0),
            Gen.Elements(
                0.0,
                -0.0,
                double.NaN,
                double.PositiveInfinity,
                double.NegativeInfinity,
                double.Epsilon,
                double.MaxValue,
                0.1,
                9007199254740993.0
            ),
            Long.Select(BitConverter.Int64BitsToDouble)
        );

    /// <summary>Values a field can hold, nested ones among them.</summary>
    public static Gen<Value> Value => Gen.Sized(size => ValueOf(Math.Min(size, 4)));

    /// <summary>Values that do not hold others.</summary>
    public static Gen<Value> PlainValue =>
        Gen.OneOf(
            Gen.Elements(Graph.Value.Nothing, Graph.Value.Of(true), Graph.Value.Of(false)),
            Long.Select(Graph.Value.Of),
            Double.Select(Graph.Value.Of),
            Text.Select(text => Graph.Value.Of(text)),
            Symbol.Select(text => Graph.Value.Of(text)),
            TimeValue,
            Money,
            Double.OrNull().Two().Select(ends => (Value)new Value.Interval(ends.Item1, ends.Item2)),
            Day.OrNull().Two().Select(ends => (Value)new Value.Period(ends.Item1, ends.Item2)),
            Personal
        );

    private static Gen<LocalDate> Day =>
        Gen.OneOf(
            Gen.Choose(-200_000, 200_000).Select(n => new LocalDate(1970, 1, 1).PlusDays(n)),
            Gen.Elements(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)
        );

    private static Gen<LocalTime> Clock =>
        Gen.Choose(0, 86_399)
            .Zip(
                Gen.Choose(0, 999_999_999),
                (second, nano) => NodaTime.LocalTime.FromSecondsSinceMidnight(second).PlusNanoseconds(nano)
            );

    private static Gen<Offset> Offset => Gen.Choose(-18 * 3600, 18 * 3600).Select(NodaTime.Offset.FromSeconds);

    private static Gen<Value> TimeValue =>
        Gen.OneOf(
            Day.Select(Graph.Value.Of),
            Clock.Select(clock => (Value)new Value.LocalTime(clock)),
            Clock.Zip(Offset, (clock, offset) => (Value)new Value.Time(clock.WithOffset(offset))),
            Day.Zip(Clock, (day, clock) => (Value)new Value.LocalDateTime(day.At(clock))),
            DateTime,
            Long.Two()
                .Zip(
                    Gen.Choose(-999_999_999, 999_999_999),
                    (parts, nano) => (Value)new Value.Duration(parts.Item1, parts.Item2, parts.Item1 ^ parts.Item2, nano)
                )
        );

    private static Gen<Value> DateTime =>
        from day in Gen.Choose(-200_000, 200_000)
        from clock in Clock
        from offset in Offset
        from zone in Gen.Elements<string?>(null, "Europe/Berlin", "UTC")
        select (Value)new Value.DateTime(new LocalDate(1970, 1, 1).PlusDays(day).At(clock).WithOffset(offset), zone);

    private static Gen<Value> Money =>
        Gen.OneOf(
                Gen.Choose(-1_000_000, 1_000_000)
                    .Zip(Gen.Choose(0, 6), (units, scale) => new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale)),
                Gen.Elements(
                    0m,
                    -0m,
                    new decimal(0, 0, 0, true, 2),
                    1.10m,
                    1.1m,
                    decimal.MaxValue,
                    decimal.MinValue,
                    0.0000000000000000000000000001m,
                    7.9228162514264337593543950335m
                )
            )
            .Zip(Gen.Elements("EUR", "USD", "JPY"), (amount, currency) => (Value)new Value.Money(amount, currency));

    private static Gen<Value> Personal =>
        Id.Zip(
            Gen.ArrayOf(Gen.Choose(0, 255).Select(b => (byte)b), 30),
            (subject, cipher) => (Value)new Value.Personal(subject, [.. cipher], null)
        );

    private static Gen<Value> ValueOf(int size) =>
        size == 0
            ? PlainValue
            : Gen.Frequency(
                (6, PlainValue),
                (1, Gen.ArrayOf(ValueOf(size - 1), size).Select(items => (Value)new Value.List([.. items]))),
                (1, Gen.ArrayOf(Symbol.Zip(ValueOf(size - 1)), size).Select(pairs => (Value)new Value.Map(MapOf(pairs))))
            );

    private static ImmutableSortedDictionary<string, Value> MapOf((string Name, Value Value)[] pairs) => Properties.Of(pairs);

    private static Gen<T?> OrNull<T>(this Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant((T?)null));
}
