using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Between which numbers a field lies, in words.</summary>
public static class RangeWords
{
    /// <summary>Such as "from 1 to 5", or "from 0 % to 100 %"; empty for no ends.</summary>
    public static string Of(FieldDefinition field) => Of(field.Kind, field.Range);

    /// <summary>The same for a kind of field.</summary>
    public static string Of(FieldKind kind, FieldRange range) =>
        (Text(kind, range.Min), Text(kind, range.Max)) switch
        {
            ({ } min, { } max) => $"from {min} to {max}",
            ({ } min, null) => $"{min} or more",
            (null, { } max) => $"{max} or less",
            _ => "",
        };

    private static string? Text(FieldKind kind, double? number) =>
        number is not { } some ? null
        : kind == FieldKind.Percent ? $"{FieldRange.Text((double)((decimal)some * 100))} %"
        : FieldRange.Text(some);
}
