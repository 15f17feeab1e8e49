using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>Definitions with the titles that a community has for them.</summary>
internal static class Wording
{
    public static Kind Of(Kind kind, FrozenDictionary<Id, Signifier> spoken)
    {
        var fields = Of(kind.Fields, spoken);
        return spoken.GetValueOrDefault(kind.Id) is { } word
            ? kind with
            {
                Title = word.Term,
                Plural = word.Plural ?? word.Term + "s",
                Fields = fields,
            }
            : kind with
            {
                Fields = fields,
            };
    }

    public static RelationType Of(RelationType type, FrozenDictionary<Id, Signifier> spoken)
    {
        var fields = Of(type.Fields, spoken);
        return spoken.GetValueOrDefault(type.Id) is { } word
            ? type with
            {
                Title = word.Term,
                Inverse = word.Inverse ?? type.Inverse,
                Fields = fields,
            }
            : type with
            {
                Fields = fields,
            };
    }

    private static ImmutableSortedDictionary<string, FieldDefinition> Of(
        ImmutableSortedDictionary<string, FieldDefinition> fields,
        FrozenDictionary<Id, Signifier> spoken
    ) =>
        fields.Values.Any(field => spoken.ContainsKey(field.Id))
            ? fields.ToImmutableSortedDictionary(
                pair => pair.Key,
                pair => spoken.GetValueOrDefault(pair.Value.Id) is { } word ? pair.Value with { Title = word.Term } : pair.Value,
                StringComparer.Ordinal
            )
            : fields;
}
