using System.Globalization;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Values as values of other types. Texts that say something else give null, types that cannot be converted are a fault.</summary>
internal static class ConversionFunctions
{
    public static readonly Function[] All =
    [
        .. Family("toInteger", "a whole number; a fraction is cut off", ToInteger),
        .. Family("toFloat", "a float", ToFloat),
        .. Family("toBoolean", "a truth value", ToBoolean),
        .. Family(
            "toString",
            "a text that can be read back",
            value => CypherText.Find(value) is { } text ? Value.Of(text) : null
        ),
    ];

    private static IEnumerable<Function> Family(string name, string result, Func<Value, Value?> convert)
    {
        Value Convert(Value value) => convert(value) ?? throw QueryFaults.NotConvertible($"{name}()", value);
        Value OrNull(Value value) => convert(value) ?? Value.Nothing;
        yield return Arguments.Of($"{name}(value)", $"The value as {result}.", Convert);
        yield return Arguments.Of($"{name}OrNull(value)", $"The value as {result}, or null where it cannot be one.", OrNull);
        yield return Arguments.Of(
            $"{name}List(list)",
            $"Each item as {result}, or null where it cannot be one.",
            list =>
                list is Value.List { Items: var items }
                    ? new Value.List([.. items.Select(OrNull)])
                    : throw QueryFaults.ArgumentMisfit($"{name}List()", list, "a list")
        );
    }

    private static Value? ToInteger(Value value) =>
        value switch
        {
            Value.Null or Value.Integer => value,
            Value.Float number => Cut(number.Number),
            Value.Bool truth => Value.Of(truth.Flag ? 1L : 0L),
            Value.Text text => long.TryParse(
                text.Characters.Trim(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var whole
            )
                ? Value.Of(whole)
            : ToFloat(value) is Value.Float number ? Cut(number.Number) ?? Value.Nothing
            : Value.Nothing,
            _ => null,
        };

    private static Value? Cut(double number) =>
        Math.Truncate(number) is >= long.MinValue and < 9.2233720368547758e18 and var whole ? Value.Of((long)whole) : null;

    private static Value? ToFloat(Value value) =>
        value switch
        {
            Value.Null or Value.Float => value,
            Value.Integer number => Value.Of((double)number.Number),
            Value.Money money => Value.Of((double)money.Amount),
            Value.Text text => double.TryParse(
                text.Characters.Trim(),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? Value.Of(number)
                : Value.Nothing,
            _ => null,
        };

    private static Value? ToBoolean(Value value) =>
        value switch
        {
            Value.Null or Value.Bool => value,
            Value.Integer number => Truth.ToValue(number.Number != 0),
            Value.Text text => Truth.ToValue(bool.TryParse(text.Characters, out var truth) ? truth : null),
            _ => null,
        };
}
