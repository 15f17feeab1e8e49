using System.Collections.Immutable;

namespace Orrery.Server;

/// <summary>Rules as they are written.</summary>
public static class FormatRules
{
    // Longer ones first: "<=" begins as "<" does.
    private static readonly (string Written, FormatTest Test, string Said)[] Tests =
    [
        (" is not empty", FormatTest.NotEmpty, "is there"),
        (" is empty", FormatTest.Empty, "is empty"),
        (" contains ", FormatTest.Contains, "contains"),
        ("!=", FormatTest.NotEqual, "is not"),
        ("<>", FormatTest.NotEqual, "is not"),
        ("<=", FormatTest.AtMost, "is at most"),
        (">=", FormatTest.AtLeast, "is at least"),
        ("<", FormatTest.Less, "is before or under"),
        (">", FormatTest.More, "is after or over"),
        ("=", FormatTest.Equal, "is"),
    ];

    /// <summary>What a tone is called.</summary>
    public static string NameOf(FormatTone tone) =>
        tone switch
        {
            FormatTone.Warn => "warn",
            FormatTone.Good => "good",
            FormatTone.Strong => "strong",
            FormatTone.Faint => "faint",
            _ => throw new System.Diagnostics.UnreachableException($"{tone} has no name."),
        };

    /// <summary>The rules of a text, separated by semicolons or lines, and those parts of it that are none.</summary>
    public static (ImmutableArray<FormatRule> Rules, ImmutableArray<string> Unread) Parse(
        string? text,
        ImmutableArray<string> columns
    )
    {
        var parts = (text ?? "").Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var read = parts.Select(part => (Part: part, Rule: Read(part, columns))).ToArray();
        return (
            [.. read.Select(one => one.Rule).OfType<FormatRule>()],
            [.. read.Where(one => one.Rule is null).Select(one => one.Part)]
        );
    }

    private static FormatRule? Read(string part, ImmutableArray<string> columns)
    {
        var colon = part.LastIndexOf(':');
        if (colon < 0 || ToneOf(part[(colon + 1)..].Trim()) is not { } tone)
            return null;
        var condition = part[..colon].Trim();
        var column = columns
            .Where(name => condition.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .MaxBy(name => name.Length);
        if (column is null)
            return null;
        var rest = condition[column.Length..];
        var (written, test, said) = Array.Find(
            Tests,
            test =>
                (test.Written[0] == ' ' ? rest : rest.TrimStart()).StartsWith(test.Written, StringComparison.OrdinalIgnoreCase)
        );
        if (written is null)
            return null;
        var operand = (written[0] == ' ' ? rest : rest.TrimStart())[written.Length..].Trim().Trim('\'', '"');
        return operand.Length == 0 && test is not (FormatTest.Empty or FormatTest.NotEmpty)
            ? null
            : new(columns.IndexOf(column), test, operand, tone, $"{column} {said} {operand}".Trim());
    }

    private static FormatTone? ToneOf(string name) =>
        Enum.GetValues<FormatTone>()
            .Where(tone => string.Equals(NameOf(tone), name, StringComparison.OrdinalIgnoreCase))
            .Select(tone => (FormatTone?)tone)
            .FirstOrDefault();
}
