using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Values as text that reads back as the same value wherever a text can say it.</summary>
internal static partial class PlainText
{
    private const int TimeoutInMilliseconds = 1_000;
    private const string Between = "..";

    private static readonly PeriodPattern Length = PeriodPattern.NormalizingIso;

    /// <summary>What a field of that shape would say in words; null where no line of text can.</summary>
    public static string? Write(FieldShape from, Value value) =>
        value switch
        {
            Value.Text text => from.Options.FirstOrDefault(option => option.Symbol == text.Characters)?.Title ?? text.Characters,
            Value.Bool flag => flag.Flag ? "yes" : "no",
            Value.Integer or Value.Float when from.Field.Kind == FieldKind.Percent => Hundredths(value) is { } share
                ? $"{share} %"
                : null,
            Value.Integer number => number.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float number => number.Number.ToString("R", CultureInfo.InvariantCulture),
            Value.Money money => $"{money.Amount.ToString(CultureInfo.InvariantCulture)} {money.Currency}",
            Value.DateTime moment => OffsetDateTimePattern.ExtendedIso.Format(moment.Stamp),
            Value.LocalDateTime moment => LocalDateTimePattern.ExtendedIso.Format(moment.Stamp),
            Value.Period period => $"{Day(period.Start)}{Between}{Day(period.End)}",
            Value.Interval range => $"{Number(range.Low)}{Between}{Number(range.High)}",
            Value.List list => WriteList(from, list),
            _ => TimeText.Find(value),
        };

    /// <summary>The value that a text says, for a field of that shape; null where it says none.</summary>
    public static Value? Read(FieldShape to, string said, ConversionTerms terms)
    {
        var text = said.Trim();
        if (text.Length == 0)
            return null;
        return to.Field.Kind switch
        {
            FieldKind.Text or FieldKind.LongText or FieldKind.Url => Value.Of(said),
            FieldKind.Number => PlainNumber.Read(WithoutUnit(text, to.Field.Unit)),
            FieldKind.Scale => PlainNumber.Read(text),
            FieldKind.Percent => ReadShare(text, terms),
            FieldKind.Bool => text.ToUpperInvariant() switch
            {
                "YES" or "TRUE" => Value.Of(true),
                "NO" or "FALSE" => Value.Of(false),
                _ => null,
            },
            FieldKind.Money => ReadMoney(text, terms),
            FieldKind.Date => ReadDay(text) is { } day ? Value.Of(day) : null,
            FieldKind.Instant => ReadInstant(text),
            FieldKind.Period => Ends(text) is var (start, end) && IsDay(start) && IsDay(end)
                ? new Value.Period(ReadDay(start), ReadDay(end))
                : null,
            FieldKind.Interval => Ends(text) is var (low, high) && IsNumber(low) && IsNumber(high)
                ? new Value.Interval(AsDouble(PlainNumber.Read(low)), AsDouble(PlainNumber.Read(high)))
                : null,
            FieldKind.Duration => ReadLength(text),
            FieldKind.Enum => Value.Of(OptionOf(to, text)),
            FieldKind.MultiEnum or FieldKind.List => Value.Of(Items(text).Select(item => Value.Of(OptionOf(to, item)))),
            _ => null,
        };
    }

    /// <summary>How an enum keeps what is called so; the text itself where it offers nothing of that name.</summary>
    public static string OptionOf(FieldShape to, string text) =>
        (
            to.Options.FirstOrDefault(option => option.Symbol == text || option.Title == text)
            ?? to.Options.FirstOrDefault(option =>
                option.Title.Equals(text, StringComparison.OrdinalIgnoreCase)
                || option.Symbol.Equals(text, StringComparison.OrdinalIgnoreCase)
            )
        )?.Symbol
        ?? text;

    /// <summary>A share in hundredths, exactly as far as a decimal can; null beyond.</summary>
    public static decimal? Hundredths(Value value) =>
        AsDecimal(value) is { } share && Math.Abs(share) < 1e24m ? share * 100 / 1.000000000000000000000000000m : null;

    /// <summary>A whole number or one with a fraction, as a decimal; null where it is none, or too large.</summary>
    public static decimal? AsDecimal(Value value) =>
        value switch
        {
            Value.Integer number => number.Number,
            Value.Float number when Math.Abs(number.Number) < 1e26 => (decimal)number.Number,
            _ => null,
        };

    /// <summary>A number as it is kept: whole where it is.</summary>
    public static Value Of(decimal number) =>
        number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue
            ? Value.Of((long)number)
            : Value.Of((double)number);

    // Where no item holds a comma, a line; else one a line.
    private static string? WriteList(FieldShape from, Value.List list)
    {
        var items = list.Items.Select(item => Write(from, item)).ToArray();
        if (items.Any(item => item is null))
            return null;
        return string.Join(items.Any(item => item!.AsSpan().ContainsAny(",;\n")) ? "\n" : ", ", items);
    }

    private static string[] Items(string text) =>
        text.ReplaceLineEndings("\n")
            .Split(
                text.Contains('\n', StringComparison.Ordinal) ? '\n'
                    : text.Contains(';', StringComparison.Ordinal) ? ';'
                    : ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            );

    private static string WithoutUnit(string text, string? unit) =>
        unit is { Length: > 0 } && text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
            ? text[..^unit.Length].TrimEnd()
            : text;

    private static Value? ReadShare(string text, ConversionTerms terms)
    {
        var (number, isPercent) = text.EndsWith('%') ? (text[..^1].TrimEnd(), true) : (text, terms.InHundredths);
        return PlainNumber.Read(number) is { } read && AsDecimal(read) is { } plain ? Of(isPercent ? plain / 100 : plain) : null;
    }

    private static Value.Money? ReadMoney(string text, ConversionTerms terms)
    {
        if (Amount.Match(text.ToUpperInvariant()) is not { Success: true } match)
            return null;
        var currency = match.Groups["currency"] is { Success: true, Value: var said } ? said : terms.Currency;
        var digits = match.Groups["amount"].Value;
        return
            currency is not null
            && PlainNumber.WithoutGroups(digits) is { } plain
            && decimal.TryParse(plain, CultureInfo.InvariantCulture, out var amount)
            ? new(amount, currency)
            : null;
    }

    private static Value? ReadInstant(string text) =>
        OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } moment ? new Value.DateTime(moment.Value, null)
        : LocalDateTimePattern.ExtendedIso.Parse(text) is { Success: true } local ? new Value.LocalDateTime(local.Value)
        : null;

    private static Value.Duration? ReadLength(string text)
    {
        if (Counted.Match(text) is { Success: true } match && long.TryParse(match.Groups["count"].Value, out var count))
            return match.Groups["unit"].Value[0] switch
            {
                'y' => new(12 * count, 0, 0, 0),
                'm' => new(count, 0, 0, 0),
                'w' => new(0, 7 * count, 0, 0),
                _ => new(0, count, 0, 0),
            };
        if (Length.Parse(text) is not { Success: true, Value: var read })
            return null;
        var nanoseconds = read.HasTimeComponent ? TimeOf(read) : 0;
        return new(
            (read.Years * 12L) + read.Months,
            (read.Weeks * 7L) + read.Days,
            (long)(nanoseconds / NodaConstants.NanosecondsPerSecond),
            (int)(nanoseconds % NodaConstants.NanosecondsPerSecond)
        );
    }

    private static Int128 TimeOf(Period read) =>
        (((((((Int128)read.Hours * 60) + read.Minutes) * 60) + read.Seconds) * 1_000 + read.Milliseconds) * 10_000 + read.Ticks)
            * 100
        + read.Nanoseconds;

    private static (string First, string Last)? Ends(string text) =>
        text.Split(Between, 2) is [var first, var last] ? (first.Trim(), last.Trim()) : null;

    private static LocalDate? ReadDay(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    private static bool IsDay(string text) => text.Length == 0 || ReadDay(text) is not null;

    private static bool IsNumber(string text) => text.Length == 0 || PlainNumber.Read(text) is not null;

    private static double? AsDouble(Value? value) =>
        value switch
        {
            Value.Integer whole => whole.Number,
            Value.Float number => number.Number,
            _ => null,
        };

    private static string Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "";

    private static string Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(
        @"^(?<amount>-?[\d,]+(\.\d+)?)(\s*(?<currency>[A-Z]{3}))?$",
        RegexOptions.ExplicitCapture,
        TimeoutInMilliseconds
    )]
    private static partial Regex Amount { get; }

    [GeneratedRegex(
        @"^(?<count>\d{1,6})\s*(?<unit>days?|weeks?|months?|years?)$",
        RegexOptions.ExplicitCapture,
        TimeoutInMilliseconds
    )]
    private static partial Regex Counted { get; }
}
