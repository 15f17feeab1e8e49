using System.Collections.Frozen;

namespace Orrery.Graph;

/// <summary>What a field can hold. The names in <see cref="FieldKinds"/> are what packs write.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>Text of any length, in Markdown.</summary>
    LongText,

    /// <summary>A whole number or one with a fraction.</summary>
    Number,

    /// <summary>An amount in a currency.</summary>
    Money,

    /// <summary>A share; 0.3 is 30 %.</summary>
    Percent,

    /// <summary>Yes or no.</summary>
    Bool,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A date and time.</summary>
    Instant,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Days from a first to a last.</summary>
    Period,

    /// <summary>A range of numbers.</summary>
    Interval,

    /// <summary>One word of a list.</summary>
    Enum,

    /// <summary>Some words of a list.</summary>
    MultiEnum,

    /// <summary>An http, https or mailto address.</summary>
    Url,

    /// <summary>A whole number from -2 to 2 between two ends.</summary>
    Scale,

    /// <summary>Values by name.</summary>
    Record,

    /// <summary>Values in order.</summary>
    List,

    /// <summary>Observations over time; they are appended, never set.</summary>
    Series,
}

/// <summary>The field kinds by the names that packs write.</summary>
public static class FieldKinds
{
    private static readonly FrozenDictionary<string, FieldKind> ByName = new Dictionary<string, FieldKind>
    {
        ["text"] = FieldKind.Text,
        ["long-text"] = FieldKind.LongText,
        ["number"] = FieldKind.Number,
        ["money"] = FieldKind.Money,
        ["percent"] = FieldKind.Percent,
        ["bool"] = FieldKind.Bool,
        ["date"] = FieldKind.Date,
        ["instant"] = FieldKind.Instant,
        ["duration"] = FieldKind.Duration,
        ["period"] = FieldKind.Period,
        ["interval"] = FieldKind.Interval,
        ["enum"] = FieldKind.Enum,
        ["multi-enum"] = FieldKind.MultiEnum,
        ["url"] = FieldKind.Url,
        ["scale"] = FieldKind.Scale,
        ["record"] = FieldKind.Record,
        ["list"] = FieldKind.List,
        ["series"] = FieldKind.Series,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<FieldKind, string> ByKind = ByName.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>All names, sorted.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The name of a field kind.</summary>
    public static string Name(FieldKind kind) => ByKind[kind];

    /// <summary>The field kind of a name.</summary>
    public static bool TryParse(string name, out FieldKind kind) => ByName.TryGetValue(name, out kind);
}
