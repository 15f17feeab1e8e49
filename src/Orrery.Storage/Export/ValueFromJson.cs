using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Reads what <see cref="ValueJson"/> writes, and nothing else.</summary>
internal static class ValueFromJson
{
    public static Value Read(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null => Value.Nothing,
            JsonValueKind.True => Value.Of(true),
            JsonValueKind.False => Value.Of(false),
            JsonValueKind.String => Value.Of(json.GetString()),
            JsonValueKind.Number => ReadNumber(json),
            JsonValueKind.Array => new Value.List([.. json.EnumerateArray().Select(Read)]),
            JsonValueKind.Object => ReadTyped(json),
            _ => throw new FormatException("A value is missing."),
        };

    /// <summary>A float: a number with a point or an exponent, or <c>{"float": "NaN"}</c>.</summary>
    public static double ReadFloat(JsonElement json) =>
        Read(json) is Value.Float { Number: var number }
            ? number
            : throw new FormatException($"{json.GetRawText()} is no number with a fraction.");

    private static Value ReadNumber(JsonElement json) =>
        json.GetRawText().AsSpan().ContainsAny(".eE") ? Value.Of(json.GetDouble())
        : json.TryGetInt64(out var whole) ? Value.Of(whole)
        : throw new FormatException($"{json.GetRawText()} does not fit 64 bits.");

    private static Value ReadTyped(JsonElement json)
    {
        var parts = json.EnumerateObject().ToList();
        if (parts is not [var first, .. var more])
            throw new FormatException("An empty object is no value; an empty map is {\"map\":{}}.");
        return (first.Name, more) switch
        {
            ("map", []) => new Value.Map(
                Properties.None.AddRange(first.Value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Read(p.Value))))
            ),
            ("float", []) => Value.Of(double.Parse(Text(first.Value), CultureInfo.InvariantCulture)),
            ("money", [{ Name: "currency", Value: var currency }]) => new Value.Money(
                decimal.Parse(Text(first.Value), NumberStyles.Number, CultureInfo.InvariantCulture),
                Text(currency)
            ),
            ("interval", []) => Two(first.Value) is var (low, high) ? new Value.Interval(End(low), End(high)) : Value.Nothing,
            ("period", []) => Two(first.Value) is var (start, end) ? new Value.Period(DayEnd(start), DayEnd(end)) : Value.Nothing,
            ("personal", [{ Name: "cipher", Value: var cipher }]) => new Value.Personal(
                new Id(first.Value.GetGuid()),
                [.. cipher.GetBytesFromBase64()],
                null
            ),
            _ => ReadTime(first, more),
        };
    }

    private static Value ReadTime(JsonProperty first, List<JsonProperty> more) =>
        (first.Name, more) switch
        {
            ("date", []) => Value.Of(Parsed(LocalDatePattern.Iso, first.Value)),
            ("date-time", []) => new Value.DateTime(Parsed(OffsetDateTimePattern.ExtendedIso, first.Value), null),
            ("date-time", [{ Name: "zone", Value: var zone }]) => new Value.DateTime(
                Parsed(OffsetDateTimePattern.ExtendedIso, first.Value),
                Text(zone)
            ),
            ("local-date-time", []) => new Value.LocalDateTime(Parsed(LocalDateTimePattern.ExtendedIso, first.Value)),
            ("local-time", []) => new Value.LocalTime(Parsed(LocalTimePattern.ExtendedIso, first.Value)),
            ("time", []) => new Value.Time(Parsed(OffsetTimePattern.ExtendedIso, first.Value)),
            ("duration", []) => ReadDuration([.. first.Value.EnumerateArray()]),
            _ => throw new FormatException(
                $"No value is written as '{string.Join("', '", more.Prepend(first).Select(p => p.Name))}'."
            ),
        };

    private static Value.Duration ReadDuration(JsonElement[] parts) =>
        parts is [var months, var days, var seconds, var nanoseconds]
            ? new(months.GetInt64(), days.GetInt64(), seconds.GetInt64(), nanoseconds.GetInt32())
            : throw new FormatException("A duration has four parts: months, days, seconds, nanoseconds.");

    private static (JsonElement First, JsonElement Second) Two(JsonElement json) =>
        json.GetArrayLength() == 2 ? (json[0], json[1]) : throw new FormatException("Two ends are needed; null where open.");

    private static double? End(JsonElement json) => json.ValueKind is JsonValueKind.Null ? null : ReadFloat(json);

    private static LocalDate? DayEnd(JsonElement json) =>
        json.ValueKind is JsonValueKind.Null ? null : Parsed(LocalDatePattern.Iso, json);

    private static T Parsed<T>(IPattern<T> pattern, JsonElement json) => pattern.Parse(Text(json)).GetValueOrThrow();

    private static string Text(JsonElement json) =>
        json.GetString() ?? throw new FormatException("A text is needed where there is null.");
}
