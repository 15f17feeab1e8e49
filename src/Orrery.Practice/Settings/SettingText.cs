using System.Collections.Immutable;
using System.Globalization;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Values of settings as people fill them in: a number, a text, one of a list a line, a word and its weight a line.</summary>
public static class SettingText
{
    /// <summary>A value, written.</summary>
    public static string Write(Value value) =>
        value switch
        {
            Value.Integer whole => whole.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float number => FieldRange.Text(number.Number),
            Value.List list => string.Join('\n', list.Items.Select(Write)),
            Value.Map map => string.Join('\n', map.Entries.Select(entry => $"{entry.Key}: {Write(entry.Value)}")),
            _ => value.AsText ?? "",
        };

    /// <summary>What was filled in, read as what the setting usually is; null when it is no such thing.</summary>
    public static Value? Read(Setting setting, string text) =>
        setting.Usual switch
        {
            Value.Integer or Value.Float => NumberOf(text),
            Value.List { Items: [Value.Text, ..] } => Value.Of(PartText.Lines(text).Select(Value.Of)),
            Value.List => All(PartText.Lines(text).Select(NumberOf)) is { } numbers ? Value.Of(numbers) : null,
            Value.Map => MapOf(PartText.Lines(text)),
            _ => Value.Of(text.Trim()),
        };

    private static Value.Map? MapOf(string[] lines)
    {
        var entries = lines.Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToArray();
        return
            entries.All(entry => entry is [{ Length: > 0 }, _])
            && entries.DistinctBy(entry => entry[0]).Count() == entries.Length
            && All(entries.Select(entry => NumberOf(entry[1]))) is { } numbers
            ? new Value.Map(
                entries
                    .Zip(numbers)
                    .ToImmutableSortedDictionary(pair => pair.First[0], pair => pair.Second, StringComparer.Ordinal)
            )
            : null;
    }

    private static Value? NumberOf(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Value.Of(whole)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Value.Of(number)
        : null;

    private static Value[]? All(IEnumerable<Value?> values)
    {
        var all = values.ToArray();
        var there = all.OfType<Value>().ToArray();
        return there.Length > 0 && there.Length == all.Length ? there : null;
    }
}
