using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Values as JSON without loss: what JSON has is written plainly, the rest as an object named after its type (docs/journal.md).</summary>
internal static class ValueJson
{
    public static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Value.Null:
                json.WriteNullValue();
                break;
            case Value.Bool b:
                json.WriteBooleanValue(b.Flag);
                break;
            case Value.Integer i:
                json.WriteNumberValue(i.Number);
                break;
            case Value.Float f:
                WriteFloat(json, f.Number);
                break;
            case Value.Text t:
                json.WriteStringValue(t.Characters);
                break;
            case Value.List l:
                json.WriteStartArray();
                foreach (var item in l.Items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStartObject();
                WriteTyped(json, value);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteTyped(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Value.Map m:
                json.WriteStartObject("map");
                foreach (var (name, item) in m.Entries)
                {
                    json.WritePropertyName(name);
                    Write(json, item);
                }
                json.WriteEndObject();
                break;
            case Value.Money m:
                json.WriteString("money", m.Amount.ToString(CultureInfo.InvariantCulture));
                json.WriteString("currency", m.Currency);
                break;
            case Value.Interval i:
                json.WriteStartArray("interval");
                WriteEnd(json, i.Low);
                WriteEnd(json, i.High);
                json.WriteEndArray();
                break;
            case Value.Period p:
                json.WriteStartArray("period");
                json.WriteStringValue(p.Start is { } start ? LocalDatePattern.Iso.Format(start) : null);
                json.WriteStringValue(p.End is { } end ? LocalDatePattern.Iso.Format(end) : null);
                json.WriteEndArray();
                break;
            case Value.Personal p:
                json.WriteString("personal", p.Subject.Value);
                json.WriteBase64String("cipher", p.Cipher.AsSpan());
                break;
            default:
                WriteTime(json, value);
                break;
        }
    }

    private static void WriteTime(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Value.Date d:
                json.WriteString("date", LocalDatePattern.Iso.Format(d.Day));
                break;
            case Value.DateTime d:
                json.WriteString("date-time", OffsetDateTimePattern.ExtendedIso.Format(d.Stamp));
                if (d.Zone is not null)
                    json.WriteString("zone", d.Zone);
                break;
            case Value.LocalDateTime d:
                json.WriteString("local-date-time", LocalDateTimePattern.ExtendedIso.Format(d.Stamp));
                break;
            case Value.LocalTime t:
                json.WriteString("local-time", LocalTimePattern.ExtendedIso.Format(t.Clock));
                break;
            case Value.Time t:
                json.WriteString("time", OffsetTimePattern.ExtendedIso.Format(t.Clock));
                break;
            case Value.Duration d:
                json.WriteStartArray("duration");
                json.WriteNumberValue(d.Months);
                json.WriteNumberValue(d.Days);
                json.WriteNumberValue(d.Seconds);
                json.WriteNumberValue(d.Nanoseconds);
                json.WriteEndArray();
                break;
            default:
                throw new UnreachableException($"{value.GetType().Name} is an answer, never stored.");
        }
    }

    private static void WriteEnd(Utf8JsonWriter json, double? end)
    {
        if (end is { } number)
            WriteFloat(json, number);
        else
            json.WriteNullValue();
    }

    /// <summary>A float always has a point or an exponent, so that it is not read as a whole number; what JSON has no number for is named.</summary>
    internal static void WriteFloat(Utf8JsonWriter json, double number)
    {
        if (!double.IsFinite(number))
        {
            json.WriteStartObject();
            json.WriteString("float", number.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            return;
        }

        Span<byte> digits = stackalloc byte[40];
        Utf8Formatter.TryFormat(number == 0 ? 0 : number, digits, out var count);
        if (digits[..count].IndexOfAny((byte)'.', (byte)'E') < 0)
            ".0"u8.CopyTo(digits[count..]);
        json.WriteRawValue(
            digits[..(digits[..count].IndexOfAny((byte)'.', (byte)'E') < 0 ? count + 2 : count)],
            skipInputValidation: true
        );
    }
}
