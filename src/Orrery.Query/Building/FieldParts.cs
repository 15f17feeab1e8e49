using System.Collections.Frozen;

namespace Orrery.Query;

/// <summary>The parts of values by the names that queries have for them.</summary>
internal static class FieldParts
{
    private static readonly FrozenDictionary<string, FieldPart> ByName = new Dictionary<string, FieldPart>
    {
        ["amount"] = FieldPart.Amount,
        ["start"] = FieldPart.Start,
        ["end"] = FieldPart.End,
        ["low"] = FieldPart.Low,
        ["high"] = FieldPart.High,
        ["year"] = FieldPart.Year,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<FieldPart, string> ByPart = ByName.ToFrozenDictionary(
        pair => pair.Value,
        pair => pair.Key
    );

    public static string Name(FieldPart part) => ByPart[part];

    public static FieldPart? Find(string name) => ByName.TryGetValue(name, out var part) ? part : null;
}
