namespace Orrery.Graph;

/// <summary>Whether a value fits a field's kind.</summary>
internal static class FieldFit
{
    public static Fault? Check(FieldDefinition field, Value value) =>
        value.IsNothing ? null
        : !Fits(field, Clear(value)) ? Misfit(field, value)
        : field.Range.Beyond(Clear(value)) is { } number ? Fault.FieldBeyond(field.Symbol, number, field.Range)
        : null;

    public static bool Holds(FieldDefinition field, Value value) =>
        value.IsNothing || (Fits(field, Clear(value)) && field.Range.Beyond(Clear(value)) is null);

    /// <summary>The first observation that lies beyond its field's range, as a fault.</summary>
    public static Fault? Check(FieldDefinition field, IEnumerable<Observation> points)
    {
        if (field.Range.IsOpen)
            return null;
        foreach (var point in points)
        {
            if (!field.Range.Holds(point.Value))
                return Fault.FieldBeyond(field.Symbol, point.Value, field.Range);
        }

        return null;
    }

    private static Fault Misfit(FieldDefinition field, Value value)
    {
        var given = value is Value.Text ? $"'{ValueText.Of(value)}'" : ValueText.Of(value);
        return field.Kind is FieldKind.Enum or FieldKind.MultiEnum && field.Options is not []
            ? Fault.NoSuchOption(field.Symbol, Describe(field), given, KeptAs(field, Clear(value)))
            : Fault.FieldMisfit(field.Symbol, Describe(field), given);
    }

    // Who writes what an option is called means that option.
    private static string? KeptAs(FieldDefinition field, Value? value)
    {
        var words = (value is Value.List list ? list.Items.AsEnumerable() : [value ?? Value.Nothing])
            .Select(item => item.AsText)
            .ToArray();
        return field
            .Options.Zip(field.OptionTitles)
            .FirstOrDefault(option => words.Contains(option.Second, StringComparer.OrdinalIgnoreCase))
            .First;
    }

    private static Value? Clear(Value value) => value is Value.Personal { Clear: var clear } ? clear : value;

    public static string Describe(FieldDefinition field) =>
        field.Kind switch
        {
            FieldKind.Enum when field.Options is not [] => $"one of {string.Join(", ", field.Options)}",
            FieldKind.MultiEnum when field.Options is not [] => $"some of {string.Join(", ", field.Options)}",
            FieldKind.Scale => "a whole number from -2 to 2",
            FieldKind.Percent => "a share between 0 and 1, or beyond for growth",
            FieldKind.Url => "an http, https or mailto address",
            FieldKind.Series => "observations, appended",
            FieldKind.Text or FieldKind.LongText => "text",
            FieldKind.Money => "an amount in a currency",
            FieldKind.Bool => "yes or no",
            FieldKind.Date => "a day",
            FieldKind.Instant => "a date and time",
            FieldKind.Duration => "a length of time",
            FieldKind.Period => "a first and a last day, in that order",
            FieldKind.Interval => "a low and a high number, in that order",
            FieldKind.Enum => "a word",
            FieldKind.MultiEnum => "a list of words",
            FieldKind.Record => "values by name",
            FieldKind.List => "a list",
            _ => "a number",
        };

    // A personal value whose key is gone has no clear value: it fits, nobody can tell otherwise.
    private static bool Fits(FieldDefinition field, Value? value) =>
        (field.Kind, value) switch
        {
            (_, null) => true,
            (FieldKind.Text or FieldKind.LongText, Value.Text) => true,
            (FieldKind.Number or FieldKind.Percent, Value.Integer) => true,
            (FieldKind.Number or FieldKind.Percent, Value.Float number) => double.IsFinite(number.Number),
            (FieldKind.Money, Value.Money) => true,
            (FieldKind.Bool, Value.Bool) => true,
            (FieldKind.Date, Value.Date) => true,
            (FieldKind.Instant, Value.DateTime or Value.LocalDateTime) => true,
            (FieldKind.Duration, Value.Duration) => true,
            (FieldKind.Period, Value.Period { Start: { } start, End: { } end }) => start <= end,
            (FieldKind.Period, Value.Period) => true,
            (FieldKind.Interval, Value.Interval { Low: { } low, High: { } high }) => low <= high,
            (FieldKind.Interval, Value.Interval) => true,
            (FieldKind.Enum, Value.Text text) => field.Options is [] || field.Options.Contains(text.Characters),
            (FieldKind.MultiEnum, Value.List list) => list.Items.All(item =>
                item is Value.Text t && (field.Options is [] || field.Options.Contains(t.Characters))
            ),
            (FieldKind.Url, Value.Text text) => IsUrl(text.Characters),
            (FieldKind.Scale, Value.Integer { Number: >= -2 and <= 2 }) => true,
            (FieldKind.Record, Value.Map) => true,
            (FieldKind.List, Value.List) => true,
            _ => false,
        };

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto");
}
