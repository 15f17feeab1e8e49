using Orrery.Graph;

namespace Orrery.Query;

/// <summary>The equality of <see cref="Comparing.AreSame"/>, with a hash that agrees.</summary>
internal sealed class GroupingComparer : IEqualityComparer<Value>
{
    public static readonly GroupingComparer Instance = new();

    private GroupingComparer() { }

    public bool Equals(Value? x, Value? y) => x is null || y is null ? ReferenceEquals(x, y) : Comparing.AreSame(x, y);

    public int GetHashCode(Value value) =>
        value switch
        {
            Value.Integer number => number.Number.GetHashCode(),
            Value.Text text => text.Characters.GetHashCode(StringComparison.Ordinal),
            Value.Float number => OfFloat(number.Number),
            Value.Personal { Clear: { } clear } => GetHashCode(clear),
            Value.Personal erased => HashCode.Combine(erased.Cipher.Length, erased.Cipher.FirstOrDefault()),
            Value.List list => OfList(list),
            Value.Map map => OfMap(map),
            Value.DateTime stamp => stamp.Instant.GetHashCode(),
            Value.Time time => OfTime(time),
            Value.Interval interval => HashCode.Combine(OfFloat(interval.Low ?? 0), OfFloat(interval.High ?? 0)),
            _ => value.GetHashCode(),
        };

    // A float that is a whole number is the same as that whole number.
    private static int OfFloat(double number) =>
        double.IsNaN(number) ? int.MinValue
        : number is >= long.MinValue and < 9.2233720368547758e18 && Math.Floor(number) == number ? ((long)number).GetHashCode()
        : number.GetHashCode();

    private int OfList(Value.List list)
    {
        HashCode hash = new();
        foreach (var item in list.Items)
            hash.Add(GetHashCode(item));
        return hash.ToHashCode();
    }

    private int OfMap(Value.Map map)
    {
        HashCode hash = new();
        foreach (var (name, value) in map.Entries)
        {
            hash.Add(name.GetHashCode(StringComparison.Ordinal));
            hash.Add(GetHashCode(value));
        }

        return hash.ToHashCode();
    }

    private static int OfTime(Value.Time time) =>
        (time.Clock.NanosecondOfDay - (time.Clock.Offset.Seconds * 1_000_000_000L)).GetHashCode();
}
