using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Values as they are typed into forms, and back.</summary>
public static partial class FieldText
{
    private const int TimeoutInMilliseconds = 1_000;

    /// <summary>What stands in the form for a value; empty for none.</summary>
    public static string Write(Value value) =>
        value switch
        {
            Value.Null => "",
            Value.Text text => text.Characters,
            Value.Bool flag => flag.Flag ? "yes" : "no",
            Value.Integer number => number.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float number => number.Number.ToString("R", CultureInfo.InvariantCulture),
            Value.Money money => $"{money.Amount.ToString(CultureInfo.InvariantCulture)} {money.Currency}",
            Value.Date date => LocalDatePattern.Iso.Format(date.Day),
            Value.DateTime moment => InstantPattern.ExtendedIso.Format(moment.Instant),
            Value.Period period => $"{Iso(period.Start)}..{Iso(period.End)}",
            Value.Interval range => $"{Number(range.Low)}..{Number(range.High)}",
            Value.Duration { Months: 0, Days: var days, Seconds: 0, Nanoseconds: 0 } => $"{days} days",
            Value.Duration { Months: var months, Days: 0, Seconds: 0, Nanoseconds: 0 } => $"{months} months",
            Value.List list => string.Join('\n', list.Items.Select(Write)),
            Value.Map map => string.Join('\n', map.Entries.Select(entry => $"{entry.Key}: {Write(entry.Value)}")),
            Value.Personal { Clear: { } clear } => Write(clear),
            _ => ValueText.Of(value),
        };

    /// <summary>The value that was typed; null when it cannot be read.</summary>
    public static Value? Read(FieldKind kind, string typed)
    {
        var text = typed.Trim().ReplaceLineEndings("\n");
        if (text.Length == 0)
            return Value.Nothing;
        return kind switch
        {
            FieldKind.Number => PlainNumber.Read(text),
            FieldKind.Scale => long.TryParse(text, CultureInfo.InvariantCulture, out var step) ? Value.Of(step) : null,
            FieldKind.Percent => ReadPercent(text),
            FieldKind.Bool => text switch
            {
                "yes" => Value.Of(true),
                "no" => Value.Of(false),
                _ => null,
            },
            FieldKind.Money => ReadMoney(text),
            FieldKind.Date => Day(text) is { } day ? Value.Of(day) : null,
            FieldKind.Instant => DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
                ? Value.Of(NodaTime.Instant.FromDateTimeOffset(moment))
                : null,
            FieldKind.Period => ReadPeriod(text),
            FieldKind.Interval => ReadInterval(text),
            FieldKind.Duration => ReadDuration(text),
            FieldKind.List or FieldKind.MultiEnum => new Value.List([
                .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Value.Of),
            ]),
            FieldKind.Record => ReadRecord(text),
            _ => Value.Of(text),
        };
    }

    /// <summary>How a value of this kind is typed.</summary>
    public static string Example(FieldKind kind) =>
        kind switch
        {
            FieldKind.Number => "12.5",
            FieldKind.Scale => "a whole number from -2 to 2",
            FieldKind.Percent => "30 %",
            FieldKind.Bool => "yes or no",
            FieldKind.Money => "350000 USD",
            FieldKind.Date => "2027-06-30",
            FieldKind.Instant => "2027-06-30T10:00Z",
            FieldKind.Period => "2027-01-01..2027-06-30, either end may be left out",
            FieldKind.Interval => "10..20, either end may be left out",
            FieldKind.Duration => "6 weeks",
            FieldKind.List or FieldKind.MultiEnum => "one a line",
            FieldKind.Record => "name: value, one a line",
            FieldKind.Url => "https://example.org",
            _ => "words",
        };

    private static Value? ReadPercent(string text) =>
        !text.EndsWith('%') ? PlainNumber.Read(text)
        : PlainNumber.ReadDouble(text[..^1]) is { } hundredths ? Value.Of(hundredths / 100)
        : null;

    private static Value.Money? ReadMoney(string text) =>
        Money.Match(text.ToUpperInvariant()) is { Success: true } match
        && PlainNumber.WithoutGroups(match.Groups["amount"].Value) is { } digits
        && decimal.TryParse(digits, CultureInfo.InvariantCulture, out var amount)
            ? new(amount, match.Groups["currency"].Value)
            : null;

    private static Value.Period? ReadPeriod(string text) =>
        text.Split("..", 2) is [var start, var end]
        && (start.Length == 0 || Day(start) is not null)
        && (end.Length == 0 || Day(end) is not null)
            ? new(Day(start), Day(end))
            : null;

    private static Value.Interval? ReadInterval(string text) =>
        text.Split("..", 2) is [var low, var high] && IsEnd(low) && IsEnd(high) ? new(End(low), End(high)) : null;

    private static Value.Duration? ReadDuration(string text) =>
        Length.Match(text) is { Success: true } match && long.TryParse(match.Groups["count"].Value, out var count)
            ? match.Groups["unit"].Value[0] switch
            {
                'y' => new(12 * count, 0, 0, 0),
                'm' => new(count, 0, 0, 0),
                'w' => new(0, 7 * count, 0, 0),
                _ => new(0, count, 0, 0),
            }
            : null;

    private static Value.Map? ReadRecord(string text)
    {
        var entries = Properties.None.ToBuilder();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(':', 2) is not [{ Length: > 0 } name, var value])
                return null;
            entries[name.Trim()] = Value.Of(value.Trim());
        }

        return new(entries.ToImmutable());
    }

    private static LocalDate? Day(string text) =>
        LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true } day ? day.Value : null;

    private static bool IsEnd(string text) => text.Trim().Length == 0 || PlainNumber.ReadDouble(text) is not null;

    private static double? End(string text) => text.Trim().Length == 0 ? null : PlainNumber.ReadDouble(text);

    private static string Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(
        @"^(?<amount>-?[\d,]+(\.\d+)?)\s*(?<currency>[A-Z]{3})$",
        RegexOptions.ExplicitCapture,
        TimeoutInMilliseconds
    )]
    private static partial Regex Money { get; }

    [GeneratedRegex(
        @"^(?<count>\d{1,6})\s*(?<unit>days?|weeks?|months?|years?)$",
        RegexOptions.ExplicitCapture,
        TimeoutInMilliseconds
    )]
    private static partial Regex Length { get; }
}
