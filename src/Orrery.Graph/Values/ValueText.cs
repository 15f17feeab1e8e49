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
            d.Months == 0 ? "" : $"{d.Months} months",
            d.Days == 0 ? "" : $"{d.Days} days",
            d.Seconds == 0 && d.Nanoseconds == 0 ? "" : ClockText(d.Seconds),
        ];
        return string.Join(", ", parts.Where(part => part != "")) is { Length: > 0 } text ? text : "no time";
    }

    private static string ClockText(long seconds) =>
        Math.Abs((decimal)seconds) < 1_000_000_000 ? $"{TimeSpan.FromSeconds(seconds)}" : $"{seconds} seconds";

    private static string End(double? end) => end is { } number ? Number(number) : "..";

    // Plain digits as far as people read them; beyond, the exponent says more than 300 zeros.
    private static string Number(double number) =>
        Math.Abs(number) < 1e15
            ? number.ToString("0.######", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    internal static string Shorten(string text) =>
        text.Length <= 300 ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[298]) ? 298 : 299)}…";
}
