using System.Diagnostics;

namespace Orrery.Graph;

/// <summary>The total order of values that sorting uses (openCypher, "orderability"): maps, entities, relations, lists, paths, times, texts, booleans, numbers, null last.</summary>
/// <remarks>Integers and floats compare by size; not-a-number comes after every number. Values of ours sort between times and texts.</remarks>
public sealed class ValueOrder : IComparer<Value>
{
    /// <summary>The one order.</summary>
    public static readonly ValueOrder Instance = new();

    private ValueOrder() { }

    /// <inheritdoc/>
    public int Compare(Value? x, Value? y) =>
        (x, y) switch
        {
            (null or Value.Null, null or Value.Null) => 0,
            (null or Value.Null, _) => 1,
            (_, null or Value.Null) => -1,
            (Value.Personal { Clear: { } a }, _) => Compare(a, y),
            (_, Value.Personal { Clear: { } b }) => Compare(x, b),
            _ when Rank(x) != Rank(y) => Rank(x).CompareTo(Rank(y)),
            _ => CompareAlike(x, y),
        };

    private static int Rank(Value value) =>
        value switch
        {
            Value.Map => 0,
            Value.Entity => 1,
            Value.Relation => 2,
            Value.List => 3,
            Value.Path => 4,
            Value.DateTime => 5,
            Value.LocalDateTime => 6,
            Value.Date => 7,
            Value.Time => 8,
            Value.LocalTime => 9,
            Value.Duration => 10,
            Value.Period => 11,
            Value.Interval => 12,
            Value.Money => 13,
            Value.Personal => 14,
            Value.Text => 15,
            Value.Bool => 16,
            Value.Integer or Value.Float => 17,
            Value.Null => 18,
            _ => throw new UnreachableException($"{value.GetType().Name} has no rank."),
        };

    private int CompareAlike(Value x, Value y) =>
        (x, y) switch
        {
            (Value.Text a, Value.Text b) => string.CompareOrdinal(a.Characters, b.Characters),
            (Value.Bool a, Value.Bool b) => a.Flag.CompareTo(b.Flag),
            (Value.Integer a, Value.Integer b) => a.Number.CompareTo(b.Number),
            (Value.Integer a, Value.Float b) => -CompareToWhole(b.Number, a.Number),
            (Value.Float a, Value.Integer b) => CompareToWhole(a.Number, b.Number),
            (Value.Float a, Value.Float b) => CompareFloats(a.Number, b.Number),
            (Value.List a, Value.List b) => CompareItems(a.Items.AsSpan(), b.Items.AsSpan()),
            (Value.Map a, Value.Map b) => CompareMaps(a, b),
            (Value.Entity a, Value.Entity b) => a.Id.CompareTo(b.Id),
            (Value.Relation a, Value.Relation b) => a.Id.CompareTo(b.Id),
            (Value.Path a, Value.Path b) => a.Steps.AsSpan().SequenceCompareTo(b.Steps.AsSpan()),
            _ => CompareTimes(x, y),
        };

    private static int CompareTimes(Value x, Value y) =>
        (x, y) switch
        {
            (Value.Date a, Value.Date b) => a.Day.CompareTo(b.Day),
            (Value.DateTime a, Value.DateTime b) => a.Instant.CompareTo(b.Instant),
            (Value.LocalDateTime a, Value.LocalDateTime b) => a.Stamp.CompareTo(b.Stamp),
            (Value.LocalTime a, Value.LocalTime b) => a.Clock.CompareTo(b.Clock),
            (Value.Time a, Value.Time b) => UtcNanoseconds(a).CompareTo(UtcNanoseconds(b)),
            (Value.Duration a, Value.Duration b) => CompareDurations(a, b),
            (Value.Period a, Value.Period b) => Comparer<(NodaTime.LocalDate?, NodaTime.LocalDate?)>.Default.Compare(
                (a.Start, a.End),
                (b.Start, b.End)
            ),
            (Value.Interval a, Value.Interval b) => Comparer<(double?, double?)>.Default.Compare(
                (a.Low, a.High),
                (b.Low, b.High)
            ),
            (Value.Money a, Value.Money b) => string.CompareOrdinal(a.Currency, b.Currency) is not 0 and var order
                ? order
                : a.Amount.CompareTo(b.Amount),
            (Value.Personal a, Value.Personal b) => a.Cipher.AsSpan().SequenceCompareTo(b.Cipher.AsSpan()),
            _ => throw new UnreachableException($"{x.GetType().Name} and {y.GetType().Name} share a rank."),
        };

    private int CompareItems(ReadOnlySpan<Value> x, ReadOnlySpan<Value> y)
    {
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            if (Compare(x[i], y[i]) is not 0 and var order)
                return order;
        }

        return x.Length.CompareTo(y.Length);
    }

    private int CompareMaps(Value.Map x, Value.Map y)
    {
        foreach (var ((name, value), (otherName, other)) in x.Entries.Zip(y.Entries))
        {
            if (string.CompareOrdinal(name, otherName) is not 0 and var byName)
                return byName;
            if (Compare(value, other) is not 0 and var byValue)
                return byValue;
        }

        return x.Entries.Count.CompareTo(y.Entries.Count);
    }

    private static int CompareFloats(double x, double y) =>
        (double.IsNaN(x), double.IsNaN(y)) switch
        {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => -1,
            _ => x.CompareTo(y),
        };

    // Beyond 2^53 a double cannot hold every whole number: compare whole parts as integers, then the fraction.
    private static int CompareToWhole(double x, long y)
    {
        if (double.IsNaN(x) || x >= 9.2233720368547758e18)
            return 1;
        if (x < -9.2233720368547758e18)
            return -1;
        var whole = (long)Math.Floor(x);
        return whole != y ? whole.CompareTo(y) : x.CompareTo(Math.Floor(x));
    }

    private static long UtcNanoseconds(Value.Time time) =>
        time.Clock.TimeOfDay.NanosecondOfDay - (time.Clock.Offset.Seconds * 1_000_000_000L);

    // By length; a month is as long as its days on average, and still another duration.
    private static int CompareDurations(Value.Duration x, Value.Duration y) =>
        AverageSeconds(x).CompareTo(AverageSeconds(y)) is not 0 and var order
            ? order
            : (x.Months, x.Days, x.Seconds).CompareTo((y.Months, y.Days, y.Seconds));

    // openCypher compares durations by their average length: a month is 30.436875 days.
    private static decimal AverageSeconds(Value.Duration d) =>
        (d.Months * 2_629_746m) + (d.Days * 86_400m) + d.Seconds + (d.Nanoseconds / 1_000_000_000m);
}
