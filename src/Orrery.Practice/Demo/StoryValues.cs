using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads what a story says in the form that its field wants.</summary>
internal static partial class StoryValues
{
    /// <summary>The value under the key; a fault is noted, and <see cref="Value.Nothing"/> given, when it does not suit the field.</summary>
    /// <param name="scene">The day that "later" and "earlier" count from.</param>
    public static Value Read(YamlMap map, string key, PackField field, ImmutableArray<FieldOption> options, int scene)
    {
        if (
            map.Node(key) is YamlDotNet.RepresentationModel.YamlScalarNode
            {
                Value: "none",
                Style: YamlDotNet.Core.ScalarStyle.Plain
            }
        )
            return Value.Nothing;
        return field.Kind switch
        {
            FieldKind.List => Value.Of(map.Texts(key).Select(Value.Of)),
            FieldKind.MultiEnum => Value.Of(map.Texts(key).Select(t => Choice(map, key, t, options))),
            FieldKind.Record => Record(map, key),
            FieldKind.Series => map.Wrong(key, "nothing here: series are observed, not set", Value.Nothing),
            FieldKind.Text or FieldKind.LongText or FieldKind.Url => Value.Of(map.Text(key)),
            FieldKind.Enum => map.Text(key) is { } choice ? Choice(map, key, choice, options) : Value.Nothing,
            _ => map.Text(key) is { } text && Parse(text, field.Kind, scene) is { } value
                ? InRange(map, key, field, value)
                : map.Wrong(key, Wanted(field.Kind), Value.Nothing),
        };
    }

    private static Value InRange(YamlMap map, string key, PackField field, Value value) =>
        field.Range.Beyond(value) is null ? value : map.Wrong(key, $"a number {field.Range.Words}", Value.Nothing);

    private static Value Choice(YamlMap map, string key, string text, ImmutableArray<FieldOption> options) =>
        options.Any(o => o.Symbol == text)
            ? Value.Of(text)
            : map.Wrong(key, $"one of {string.Join(", ", options.Select(o => o.Symbol))}", Value.Nothing);

    private static Value Record(YamlMap map, string key)
    {
        if (map.Map(key) is not { } record)
            return Value.Nothing;
        var entries = Properties.Of([.. record.Keys.Select(k => (k, Value.Of(record.Text(k))))]);
        return new Value.Map(entries);
    }

    private static Value? Parse(string text, FieldKind kind, int scene) =>
        kind switch
        {
            FieldKind.Number => Number(text),
            FieldKind.Percent => text.EndsWith(" %", StringComparison.Ordinal) && Fraction(text[..^2]) is { } p
                ? Value.Of(Math.Round(p / 100, 6))
                : null,
            FieldKind.Scale => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var s)
            && s is >= -2 and <= 2
                ? Value.Of((long)s)
                : null,
            FieldKind.Bool => text is "true" or "false" ? Value.Of(text == "true") : null,
            FieldKind.Date => StoryTime.TryRead(text, scene, out var day) ? Value.Of(StoryTime.Date(day)) : null,
            FieldKind.Instant => StoryTime.TryRead(text, scene, out var day) ? Value.Of(StoryTime.Start(day)) : null,
            FieldKind.Period => Period(text, scene),
            FieldKind.Interval => text.Split("..") is [var low, var high] && Fraction(low) is { } l && Fraction(high) is { } h
                ? new Value.Interval(l, h)
                : null,
            FieldKind.Money => Money(text),
            FieldKind.Duration => Duration(text),
            _ => null,
        };

    private static Value? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Value.Of(whole)
        : Fraction(text) is { } number ? Value.Of(number)
        : null;

    private static double? Fraction(string text) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static Value.Period? Period(string text, int scene)
    {
        if (text.Split(" to ") is not [var from, var to])
            return null;
        int start = 0,
            end = 0;
        if (
            (from != "open" && !StoryTime.TryRead(from, scene, out start))
            || (to != "open" && !StoryTime.TryRead(to, scene, out end))
        )
            return null;
        return new(from == "open" ? null : StoryTime.Date(start), to == "open" ? null : StoryTime.Date(end));
    }

    private static Value.Money? Money(string text)
    {
        var match = MoneyPattern().Match(text);
        if (!match.Success)
            return null;
        var scale = match.Groups["scale"].Value switch
        {
            "k" => 1_000m,
            "M" => 1_000_000m,
            _ => 1m,
        };
        return new(decimal.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) * scale, match.Groups["currency"].Value);
    }

    private static Value.Duration? Duration(string text)
    {
        if (
            text.Split(' ') is not [var n, var unit]
            || !int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        )
            return null;
        return unit.TrimEnd('s') switch
        {
            "minute" => new(0, 0, count * 60L, 0),
            "hour" => new(0, 0, count * 3600L, 0),
            "day" => new(0, count, 0, 0),
            "week" => new(0, count * 7L, 0, 0),
            "month" => new(count, 0, 0, 0),
            "year" => new(count * 12L, 0, 0, 0),
            _ => null,
        };
    }

    private static string Wanted(FieldKind kind) =>
        kind switch
        {
            FieldKind.Percent => "a percentage, e.g. 40 %",
            FieldKind.Money => "an amount, e.g. 600 k USD",
            FieldKind.Duration => "a length of time, e.g. 6 weeks",
            FieldKind.Period => "two days, e.g. 12 months ago to today",
            FieldKind.Interval => "a range, e.g. 0.2..0.7",
            FieldKind.Date or FieldKind.Instant => "a day, e.g. 6 weeks ago",
            FieldKind.Scale => "a whole number from -2 to 2",
            _ => $"a {FieldKinds.Name(kind)}",
        };

    [GeneratedRegex(
        @"^(?<n>-?\d+(\.\d+)?) ((?<scale>[kM]) )?(?<currency>[A-Z]{3})$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MoneyPattern();
}
