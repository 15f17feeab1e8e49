using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Fields that are asked for in a special way, each by one word where it is said what a new field holds.</summary>
public static class FieldPresets
{
    private static readonly Dictionary<string, (string Name, string Text)[]> ByName = new(StringComparer.Ordinal)
    {
        ["two-ends"] = [(PartText.Holds, Name(FieldKind.Scale))],
        [FieldEditors.NineInTen] = [(PartText.Holds, Name(FieldKind.Interval)), (PartText.Editor, FieldEditors.NineInTen)],
        ["hypothesis"] =
        [
            (PartText.Holds, Name(FieldKind.Record)),
            (PartText.Editor, FieldEditors.Sentence),
            (PartText.Parts, "We believe\nwill-cause: will cause\nbecause: because"),
        ],
        ["pre-mortem"] =
        [
            (PartText.Holds, Name(FieldKind.List)),
            (PartText.Parts, "failure: It failed because\nearly-sign: Early sign of it\nresponse: What we would do"),
        ],
        [FieldEditors.Ladder] = [(PartText.Holds, Name(FieldKind.Enum)), (PartText.Editor, FieldEditors.Ladder)],
        ["horizon"] =
        [
            (PartText.Holds, Name(FieldKind.Enum)),
            (PartText.Editor, FieldEditors.Ruler),
            (PartText.Options, "h0: hours\nh1: days\nh2: weeks\nh3: months\nh4: quarters\nh5: years\nh6: decades"),
        ],
    };

    /// <summary>What they are called.</summary>
    public static IEnumerable<string> Names => ByName.Keys.Order(StringComparer.Ordinal);

    /// <summary>The texts of a new field, with what its preset says in place of its name; what was filled in stays.</summary>
    public static IReadOnlyDictionary<string, string> Spelled(IReadOnlyDictionary<string, string> wished)
    {
        ArgumentNullException.ThrowIfNull(wished);
        if (!ByName.TryGetValue(wished.GetValueOrDefault(PartText.Holds, ""), out var said))
            return wished;
        var texts = wished.ToImmutableSortedDictionary(StringComparer.Ordinal);
        foreach (var (name, text) in said)
        {
            if (name == PartText.Holds || texts.GetValueOrDefault(name, "").Length == 0)
                texts = texts.SetItem(name, text);
        }

        return texts;
    }

    private static string Name(FieldKind kind) => FieldKinds.Name(kind);
}
