using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Functions of lists and maps, and <c>coalesce</c>.</summary>
internal static class ListFunctions
{
    public static readonly Function[] All =
    [
        Arguments.Of(
            "size(list)",
            "How many items a list, or characters a text, has.",
            value => Value.Of((long)Size(value, "size"))
        ),
        Arguments.Of(
            "length(text)",
            "How many characters a text, or items a list, has; of a path, its relations.",
            value => Value.Of((long)Size(value, "length"))
        ),
        Arguments.Of("isEmpty(list)", "Whether a list, a map or a text has nothing in it.", IsEmpty),
        Arguments.Of(
            "head(list)",
            "The first item, or null.",
            list => Items(list, "head") is [var first, ..] ? first : Value.Nothing
        ),
        Arguments.Of(
            "last(list)",
            "The last item, or null.",
            list => Items(list, "last") is [.., var last] ? last : Value.Nothing
        ),
        Arguments.Of(
            "tail(list)",
            "The list without its first item.",
            list => new Value.List(Items(list, "tail") is [_, .. var rest] ? rest : [])
        ),
        Arguments.Of("reverse(list)", "A list or a text from its end to its start.", Reverse),
        Arguments.Of(
            "keys(map)",
            "The names in a map.",
            map => new Value.List([.. Map(map, "keys").Entries.Keys.Select(key => Value.Of(key))])
        ),
        Arguments.Of(
            "values(map)",
            "The values in a map, in the order of their names.",
            map => new Value.List([.. Map(map, "values").Entries.Values])
        ),
        Arguments.Of("properties(map)", "The map itself; of an entity or a relation, its fields.", map => Map(map, "properties")),
        new("range", "range(start, end, step?)", "Whole numbers from one to another, both included.", 2, 3, Range),
        new("coalesce", "coalesce(value, ...)", "The first value that is not null.", 1, int.MaxValue, Coalesce),
    ];

    private static int Size(Value value, string function) =>
        value switch
        {
            Value.List list => list.Items.Length,
            Value.Map map => map.Entries.Count,
            Value.Text text => text.Characters.Length,
            _ => throw QueryFaults.ArgumentMisfit($"{function}()", value, "a list, a map or a text"),
        };

    private static Value IsEmpty(Value value) => Truth.ToValue(Size(value, "isEmpty") == 0);

    private static ImmutableArray<Value> Items(Value list, string function) =>
        list is Value.List { Items: var items } ? items : throw QueryFaults.ArgumentMisfit($"{function}()", list, "a list");

    private static Value.Map Map(Value map, string function) =>
        map as Value.Map ?? throw QueryFaults.ArgumentMisfit($"{function}()", map, "a map");

    private static Value Reverse(Value value) =>
        value.AsText is { } text
            ? Value.Of(string.Concat(Graphemes(text).Reverse()))
            : new Value.List([.. Items(value, "reverse").Reverse()]);

    // Pairs of surrogates stay together.
    private static IEnumerable<string> Graphemes(string text) => text.EnumerateRunes().Select(rune => rune.ToString());

    private static Value Range(ReadOnlySpan<Value> given, CallSurroundings surroundings)
    {
        if (NumberRange.Of(given) is not { } range)
            return Value.Nothing;
        Lists.CheckLength(range.Count);
        surroundings.HasRoom(Meter.SmallObject * range.Count);
        var numbers = ImmutableArray.CreateBuilder<Value>((int)range.Count);
        for (var i = 0L; i < range.Count; i++)
            numbers.Add(Value.Of(range[i]));
        return new Value.List(numbers.MoveToImmutable());
    }

    private static Value Coalesce(ReadOnlySpan<Value> given, CallSurroundings surroundings)
    {
        foreach (var value in given)
        {
            if (Clear.Of(value) is not Value.Null)
                return value;
        }

        return Value.Nothing;
    }
}
