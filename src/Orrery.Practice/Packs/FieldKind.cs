using System.Collections.Frozen;

namespace Orrery.Practice;

/// <summary>What sort of value a field takes. The names (<see cref="FieldKinds"/>) are a pack format: add, never rename.</summary>
public enum FieldKind
{
    Text,
    LongText,
    Number,
    Money,
    Percent,
    Bool,
    Date,
    Instant,
    Duration,
    Period,
    Interval,
    Enum,
    MultiEnum,
    Url,
    Scale,
    Record,
    List,
    Series,
}

/// <summary>The names of field kinds in packs and on field entities.</summary>
public static class FieldKinds
{
    private static readonly FrozenDictionary<string, FieldKind> ByName = new Dictionary<string, FieldKind>(StringComparer.Ordinal)
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
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<FieldKind, string> Names = ByName.ToFrozenDictionary(p => p.Value, p => p.Key);

    /// <summary>All names, in the order of the documentation.</summary>
    public static IEnumerable<string> All => Enum.GetValues<FieldKind>().Select(Name);

    /// <summary>The name in packs.</summary>
    public static string Name(FieldKind kind) => Names[kind];

    /// <summary>Reads a name.</summary>
    public static bool TryParse(string name, out FieldKind kind) => ByName.TryGetValue(name, out kind);
}
