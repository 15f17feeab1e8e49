using System.Globalization;
using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Numbers as people write them. A comma groups thousands (1,500) or says nothing we know: 12,5 is not read as 125.</summary>
public static partial class PlainNumber
{
    private const int TimeoutInMilliseconds = 1_000;

    /// <summary>The number that a text says; null when it says none.</summary>
    public static Value? Read(string text) =>
        WithoutGroups(text) is not { } plain ? null
        : long.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Value.Of(whole)
        : double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? Value.Of(number)
        : null;

    /// <summary>The same for who only counts with it.</summary>
    public static double? ReadDouble(string text) =>
        Read(text) switch
        {
            Value.Integer whole => whole.Number,
            Value.Float number => number.Number,
            _ => null,
        };

    /// <summary>The text without the commas between its thousands; null where a comma stands anywhere else.</summary>
    public static string? WithoutGroups(string text)
    {
        var plain = text.Trim();
        return !plain.Contains(',', StringComparison.Ordinal) ? plain
            : Grouped.IsMatch(plain) ? plain.Replace(",", "", StringComparison.Ordinal)
            : null;
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.ExplicitCapture, TimeoutInMilliseconds)]
    private static partial Regex Grouped { get; }
}
