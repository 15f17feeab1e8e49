using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Reaching into values: <c>value.key</c>, <c>value[index]</c>, <c>value[from..to]</c>.</summary>
internal static class Accessing
{
    /// <summary>An entry of a map or a part of a value that has parts; null of null, and of a map without the entry.</summary>
    public static Value Property(Value target, string key) =>
        Clear.Of(target) switch
        {
            Value.Null => Value.Nothing,
            Value.Map map => map.Entries.GetValueOrDefault(key, Value.Nothing),
            Value.Money money when key is "amount" => Value.Of((double)money.Amount),
            Value.Money money when key is "currency" => Value.Of(money.Currency),
            Value.Period period when key is "start" => period.Start is { } start ? Value.Of(start) : Value.Nothing,
            Value.Period period when key is "end" => period.End is { } end ? Value.Of(end) : Value.Nothing,
            Value.Interval interval when key is "low" => interval.Low is { } low ? Value.Of(low) : Value.Nothing,
            Value.Interval interval when key is "high" => interval.High is { } high ? Value.Of(high) : Value.Nothing,
            Value.Duration length => DurationParts.Find(length, key) ?? throw Missing(target, key),
            var other => MomentParts.Find(other, key) ?? throw Missing(target, key),
        };

    public static Value Index(Value target, Value index) =>
        (Clear.Of(target), Clear.Of(index)) switch
        {
            (Value.Null, _) or (_, Value.Null) => Value.Nothing,
            (Value.List list, Value.Integer at) => Item(list, at.Number),
            (Value.List, var other) => throw QueryFaults.ListByNonInteger(other),
            (Value.Map map, Value.Text key) => map.Entries.GetValueOrDefault(key.Characters, Value.Nothing),
            (Value.Map, var other) => throw QueryFaults.MapByNonString(other),
            (var other, Value.Text key) => Property(other, key.Characters),
            var (other, _) => throw QueryFaults.ArgumentMisfit("[ ]", other, "a list or a map"),
        };

    /// <summary>The items from one position up to, not including, another; negative ones count from the end. A bound left out is null, a bound that is null gives null.</summary>
    public static Value Slice(Value target, Value? from, Value? to)
    {
        if (Clear.Of(target) is Value.Null || from is Value.Null || to is Value.Null)
            return Value.Nothing;
        if (target is not Value.List { Items: var items })
            throw QueryFaults.ArgumentMisfit("[ .. ]", target, "a list");
        var start = from is null ? 0 : Bound(from, items.Length);
        var end = to is null ? items.Length : Bound(to, items.Length);
        return new Value.List(start < end ? items[start..end] : []);
    }

    private static Value Item(Value.List list, long at)
    {
        var place = at < 0 ? list.Items.Length + at : at;
        return place >= 0 && place < list.Items.Length ? list.Items[(int)place] : Value.Nothing;
    }

    private static int Bound(Value bound, int length) =>
        bound is Value.Integer { Number: var at }
            ? (int)Math.Clamp(at < 0 ? length + at : at, 0, length)
            : throw QueryFaults.ListByNonInteger(bound);

    private static QueryException Missing(Value target, string key) => QueryFaults.NoPart(key, target);
}
