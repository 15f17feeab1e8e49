using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>A field between its value, its text and the inputs of a form: some fields are asked for in several inputs, and all have one text.</summary>
internal static class FieldEntry
{
    /// <summary>What stands in a form for a value. Parts and options come in the order of the definition, so that an untouched form sends the same again.</summary>
    public static string Show(Visit visit, FieldDefinition field, Value value)
    {
        var parts = FieldGuides.Of(visit.Reading).For(field.Id).Aid.Parts;
        return (field.Kind, value) switch
        {
            (FieldKind.MultiEnum, Value.List list) => string.Join(
                '\n',
                list.Items.Select(FieldText.Write).OrderBy(option => field.Options.IndexOf(option))
            ),
            (FieldKind.Record, Value.Map map) when !parts.IsEmpty => RecordText.Write(map, parts),
            (FieldKind.List, Value.List list) when !parts.IsEmpty => RecordText.Write(list, parts),
            (_, Value.Personal { Clear: { } clear }) => Show(visit, field, clear),
            _ => FieldText.Write(value),
        };
    }

    /// <summary>Whether a form says anything of a field.</summary>
    public static bool IsSent(IFormCollection form, string symbol) =>
        form.ContainsKey($"f-{symbol}") || form.Keys.Any(key => key.StartsWith($"f-{symbol}.", StringComparison.Ordinal));

    /// <summary>What a form says of a field, as text.</summary>
    public static string Sent(Visit visit, IFormCollection form, FieldDefinition field)
    {
        var name = $"f-{field.Symbol}";
        var parts = FieldGuides.Of(visit.Reading).For(field.Id).Aid.Parts;
        if (form.ContainsKey($"{name}.low"))
            return Between(form[$"{name}.low"].ToString(), form[$"{name}.high"].ToString());
        if (form.ContainsKey($"{name}.start"))
            return Between(form[$"{name}.start"].ToString(), form[$"{name}.end"].ToString());
        if (form.ContainsKey(name))
            return field.Kind == FieldKind.MultiEnum
                ? string.Join('\n', form[name].Where(option => option is { Length: > 0 }))
                : form[name].ToString();
        return parts.IsEmpty ? ""
            : field.Kind == FieldKind.List ? RecordText.Rows(form, name, parts)
            : RecordText.One(
                parts.Select(part => (part.Symbol, form[$"{name}.{part.Symbol}"].ToString())),
                form[$"{name}.also"].ToString()
            );
    }

    /// <summary>The value that a text stands for, or why it stands for none.</summary>
    public static (Value? Value, Fault? Fault) Read(Visit visit, FieldDefinition field, string text)
    {
        var parts = FieldGuides.Of(visit.Reading).For(field.Id).Aid.Parts;
        var value =
            field.Kind == FieldKind.List && !parts.IsEmpty ? RecordText.ReadRows(text, parts)
            : field.Kind == FieldKind.Record && !parts.IsEmpty ? RecordText.ReadOne(text, parts)
            : FieldText.Read(field.Kind, text);
        return value switch
        {
            null when field.Kind == FieldKind.Interval && text.Split("..") is [var low, var high] => (
                null,
                ServerFaults.UnreadableEnd(field.Title, PlainNumber.ReadDouble(low) is null && low.Length > 0 ? low : high)
            ),
            null => (null, ServerFaults.UnreadableField(field.Title, text, FieldText.Example(field.Kind))),
            Value.Interval { Low: { } low, High: { } high } when low > high => (
                null,
                ServerFaults.RangeBackwards(field.Title, low, high)
            ),
            Value.Period { Start: { } start, End: { } end } when start > end => (
                null,
                ServerFaults.PeriodBackwards(field.Title, Dates.Of(start), Dates.Of(end))
            ),
            _ when field.Kind == FieldKind.Percent && field.Range.Beyond(value) is not null => (
                null,
                ServerFaults.ShareBeyond(field.Title, text, field.Range)
            ),
            _ when field.Range.Beyond(value) is { } beyond => (null, Fault.FieldBeyond(field.Title, beyond, field.Range)),
            _ => (value, null),
        };
    }

    private static string Between(string low, string high) =>
        low.Trim().Length == 0 && high.Trim().Length == 0 ? "" : $"{low.Trim()}..{high.Trim()}";
}
