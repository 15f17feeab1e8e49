using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>The fields that every relation has, whatever its type (domain catalogue 2.1).</summary>
internal static class CommonRelationFields
{
    private static readonly FrozenDictionary<string, FieldDefinition> All = new[]
    {
        Define("confidence", "Confidence", FieldKind.Percent) with
        {
            Range = new(0, 1),
        },
        Define("assertion", "How we know", FieldKind.Enum, "declared", "inferred", "validated"),
        Define("rationale", "Why", FieldKind.LongText),
        Define("stance", "Stance", FieldKind.Enum, "official", "real", "ideal"),
        Define("confirmed-at", "Confirmed", FieldKind.Instant),
        Define("confirmed-by", "Confirmed by", FieldKind.Text),
        Define("note", "Note", FieldKind.Text),
    }.ToFrozenDictionary(field => field.Symbol);

    public static FieldDefinition? Find(string field) => All.GetValueOrDefault(field);

    private static FieldDefinition Define(string symbol, string title, FieldKind kind, params ImmutableArray<string> options) =>
        new(Id.Named("relation-field", symbol), symbol, title, kind, null, options, IsPersonal: false, Order: 0);
}
