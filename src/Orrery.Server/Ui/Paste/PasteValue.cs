using System.Globalization;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>Reads cells as people write them into spreadsheets: options by what they are called, days in words, marks for yes.</summary>
internal static class PasteValue
{
    private static readonly string[] DayForms =
    [
        "yyyy-MM-dd",
        "d MMM yyyy",
        "d MMMM yyyy",
        "MMM d, yyyy",
        "MMMM d, yyyy",
        "d.M.yyyy",
        "yyyy/M/d",
    ];

    /// <summary>The value of a cell; null when it cannot be read.</summary>
    public static Value? Read(Visit visit, FieldDefinition field, string cell) =>
        field.Kind switch
        {
            _ when cell.Length == 0 => Value.Nothing,
            FieldKind.Enum => OptionOf(visit, field, cell) is { } option ? Value.Of(option) : null,
            FieldKind.MultiEnum => Several(cell, one => OptionOf(visit, field, one)),
            FieldKind.List => Several(cell, one => one),
            FieldKind.Date => DayOf(cell) is { } day ? Value.Of(day) : null,
            FieldKind.Bool => BoolOf(cell),
            _ => FieldText.Read(field.Kind, cell),
        };

    /// <summary>How a cell of a field is written, for whoever has to write it anew.</summary>
    public static string Example(Visit visit, FieldDefinition field) =>
        field.Kind is FieldKind.Enum or FieldKind.MultiEnum
            ? $"one of {string.Join(", ", field.Options.Select(option => visit.Words.Option(visit.Reading, field, option)))}"
            : FieldText.Example(field.Kind);

    private static string? OptionOf(Visit visit, FieldDefinition field, string cell) =>
        field.Options.FirstOrDefault(option => Same(option, cell) || Same(visit.Words.Option(visit.Reading, field, option), cell))
        ?? field.Options.FirstOrDefault(option => Same(Words.Plain(option), cell));

    private static Value.List? Several(string cell, Func<string, string?> read)
    {
        var items = cell.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(read)
            .ToArray();
        return Array.Exists(items, item => item is null) ? null : new([.. items.Select(item => Value.Of(item!))]);
    }

    private static LocalDate? DayOf(string cell) =>
        DateTime.TryParseExact(cell, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? LocalDate.FromDateTime(day)
            : null;

    private static Value? BoolOf(string cell) =>
        cell.ToLowerInvariant() switch
        {
            "yes" or "true" or "x" or "✓" or "1" or "y" => Value.Of(true),
            "no" or "false" or "-" or "0" or "n" => Value.Of(false),
            _ => null,
        };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
