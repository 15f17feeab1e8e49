using System.Globalization;
using NodaTime.Text;

namespace Orrery.Graph;

/// <summary>Values as people read them in messages and plain tables; not meant to be read back.</summary>
public static class ValueText
{
    /// <summary>One line of text, at most a few hundred characters.</summary>
    public static string Of(Value value) =>
        value switch
        {
            Value.Null => "nothing",
            Value.Bool b => b.Flag ? "yes" : "no",
            Value.Integer i => i.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float f => Number(f.Number),
            Value.Text t => Shorten(t.Characters),
            Value.Money m => Shorten($"{m.Amount:#,0.##} {m.Currency}"),
            Value.Interval i => $"{End(i.Low)} to {End(i.High)}",
            Value.List l => Shorten(string.Join(", ", l.Items.Take(20).Select(Of))),
            Value.Map m => Shorten(string.Join(", ", m.Entries.Take(20).Select(entry => $"{entry.Key}: {Of(entry.Value)}"))),
            Value.Personal { Clear: { } clear } => Of(clear),
            Value.Personal => "erased",
            Value.Entity e => e.Id.ToString(),
            Value.Relation r => r.Id.ToString(),
            Value.Path p => $"a path of {p.Steps.Length / 2} relations",
            _ => OfTime(value),
        };

    private static string OfTime(Value value) =>
        value switch
        {
            Value.Date d => LocalDatePattern.Iso.Format(d.Day),
            Value.DateTime d => OffsetDateTimePattern.GeneralIso.Format(d.Stamp) + (d.Zone is { } zone ? $" {zone}" : ""),
            Value.LocalDateTime d => LocalDateTimePattern.GeneralIso.Format(d.Stamp),
            Value.LocalTime t => LocalTimePattern.GeneralIso.Format(t.Clock),
            Value.Time t => OffsetTimePattern.GeneralIso.Format(t.Clock),
            Value.Period p =>
                $"{(p.Start is { } start ? LocalDatePattern.Iso.Format(start) : "..")} to {(p.End is { } end ? LocalDatePattern.Iso.Format(end) : "..")}",
            Value.Duration d => DurationText(d),
            _ => value.ToString(),
        };

    private static string DurationText(Value.Duration d)
    {
        string[] parts =
        [
            d.Months == 0 ? "" : Counted(d.Months, "month"),
            d.Days == 0 ? "" : Counted(d.Days, "day"),
            d.Seconds == 0 && d.Nanoseconds == 0 ? "" : ClockText(d.Seconds, d.Nanoseconds),
        ];
        return string.Join(", ", parts.Where(part => part != "")) is { Length: > 0 } text ? text : "no time";
    }

    private static string Counted(long many, string what) => many is 1 or -1 ? $"{many} {what}" : $"{many} {what}s";

    private static string ClockText(long seconds, long nanoseconds)
    {
        if (Math.Abs((decimal)seconds) >= 1_000_000_000)
            return $"{seconds} seconds";
        var ticks = nanoseconds / 100;
        var text = $"{TimeSpan.FromSeconds(seconds) + TimeSpan.FromTicks(ticks)}";
        return ticks == 0 ? text : text.TrimEnd('0');
    }

    private static string End(double? end) => end is { } number ? Number(number) : "..";

    // Plain digits as far as people read them; beyond, the exponent says more than 300 zeros. What is not nothing is not shown as 0.
    private static string Number(double number) =>
        Math.Abs(number) switch
        {
            >= 1e15 => number.ToString("R", CultureInfo.InvariantCulture),
            > 0 and < 1e-4 => number.ToString("0.######E0", CultureInfo.InvariantCulture),
            _ => number.ToString("0.######", CultureInfo.InvariantCulture),
        };

    internal static string Shorten(string text) =>
        text.Length <= 300 ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[298]) ? 298 : 299)}…";
}
