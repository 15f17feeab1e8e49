using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Reads what <see cref="EventJson"/> writes; strict: unknown and missing parts are refused by name.</summary>
internal static class EventFromJson
{
    public static GraphEvent Read(JsonElement json)
    {
        var parts = new JsonParts(json);
        GraphEvent happened = parts.Text("event") switch
        {
            WireNames.EntityCreated => new GraphEvent.EntityCreated(
                parts.Id("id"),
                Labels(parts),
                RefOrNone(parts),
                During(parts)
            ),
            WireNames.RelationCreated => new GraphEvent.RelationCreated(
                parts.Id("id"),
                parts.Text("type"),
                parts.Id("start"),
                parts.Id("end"),
                During(parts)
            ),
            WireNames.Retired => new GraphEvent.Retired(parts.Id("id"), During(parts)),
            WireNames.Restored => new GraphEvent.Restored(parts.Id("id"), During(parts)),
            WireNames.FieldSet => new GraphEvent.FieldSet(
                parts.Id("id"),
                parts.Text("field"),
                ValueFromJson.Read(parts.Take("value")),
                During(parts)
            ),
            WireNames.LabelsSet => new GraphEvent.LabelsSet(parts.Id("id"), Labels(parts), During(parts)),
            WireNames.RefGiven => new GraphEvent.RefGiven(parts.Id("id"), Ref(parts.Text("ref"))),
            WireNames.SeriesAppended => new GraphEvent.SeriesAppended(
                parts.Id("id"),
                parts.Text("field"),
                [.. parts.Take("points").EnumerateArray().Select(Point)]
            ),
            WireNames.SourceRead => new GraphEvent.SourceRead(
                parts.Text("source"),
                parts.Text("file"),
                End(parts.TextOrNone("from"), Instant.MinValue),
                parts.Text("digest")
            ),
            WireNames.RefWithdrawn => new GraphEvent.RefWithdrawn(parts.Id("id")),
            WireNames.SeriesWithdrawn => new GraphEvent.SeriesWithdrawn(
                parts.Id("id"),
                parts.Text("field"),
                new(parts.Whole("added"))
            ),
            WireNames.SubjectErased => new GraphEvent.SubjectErased(parts.Id("id")),
            var unknown => throw new FormatException($"This build knows no event '{unknown}'."),
        };
        parts.CheckAllTaken();
        return happened;
    }

    internal static Instant InstantOf(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    private static ImmutableArray<string> Labels(JsonParts parts) =>
        [
            .. parts
                .Take("labels")
                .EnumerateArray()
                .Select(label => label.GetString() ?? throw new FormatException("A label is null.")),
        ];

    private static Validity During(JsonParts parts) =>
        new(End(parts.TextOrNone("from"), Instant.MinValue), End(parts.TextOrNone("to"), Instant.MaxValue));

    private static Instant End(string? text, Instant open) =>
        text switch
        {
            null => open,
            "beginning" => Instant.MinValue,
            "end" => Instant.MaxValue,
            _ => InstantOf(text),
        };

    private static Observation Point(JsonElement json) =>
        json.GetArrayLength() == 2
            ? new(End(json[0].GetString(), Instant.MinValue), ValueFromJson.ReadFloat(json[1]))
            : throw new FormatException("A point is [instant, number].");

    private static EntityRef? RefOrNone(JsonParts parts) => parts.TextOrNone("ref") is { } text ? Ref(text) : null;

    private static EntityRef Ref(string text) =>
        EntityRef.TryParse(text, out var entity) ? entity : throw new FormatException($"'{text}' is no ref (kind:key).");
}
