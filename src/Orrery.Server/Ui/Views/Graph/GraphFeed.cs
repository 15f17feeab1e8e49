using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Writes what the graph island draws as the JSON of <c>Assets/src/graph/contract.ts</c>, version 1.</summary>
/// <param name="visit">Whose words, and which moment.</param>
internal sealed class GraphFeed(Visit visit)
{
    private readonly Trust _trust = new(visit.Reading);

    /// <summary>Things and what joins them.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="content">What.</param>
    /// <param name="way">Ids of a way through them, in its order; empty for none.</param>
    public void Write(IBufferWriter<byte> buffer, GraphContent content, ImmutableArray<Id> way = default)
    {
        using var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteNumber("v", 1);
        json.WriteNumber("revision", visit.Reading.Snapshot.At.Value);
        json.WriteStartArray("things");
        foreach (var thing in content.Things)
            Write(json, thing);
        json.WriteEndArray();
        json.WriteStartArray("joins");
        foreach (var join in content.Joins)
            Write(json, join);
        json.WriteEndArray();
        json.WriteStartObject("words");
        foreach (var type in content.Joins.Select(join => join.Join.Type).Distinct(StringComparer.Ordinal))
            json.WriteString(type, visit.Words.Relation(type, Direction.Out));
        json.WriteEndObject();
        json.WriteStartArray("way");
        foreach (var step in way.IsDefault ? [] : way)
            json.WriteStringValue(step.ToString());
        json.WriteEndArray();
        json.WriteNumber("leftOut", content.LeftOut);
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, GraphThing one)
    {
        var thing = one.Thing;
        json.WriteStartObject();
        json.WriteString("id", thing.Id.ToString());
        json.WriteString("title", Titles.Of(thing));
        json.WriteString("href", visit.Links.Entity(thing));
        json.WriteString("peek", visit.Links.Peek(thing));
        json.WriteString("kind", thing.Kind);
        json.WriteString("kindLabel", visit.Words.Kind(thing.Kind));
        json.WriteString("kindsLabel", visit.Words.Kinds(thing.Kind));
        json.WriteString(
            "category",
            visit.Reading.Model.CategoryOf(thing.Kind) is { Length: > 0 } category ? category : "practice"
        );
        json.WriteString("trust", TrustOf(thing));
        WriteMark(json, one.Mark);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GraphJoin one)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Join.Id.ToString());
        json.WriteString("from", one.Join.FromId.ToString());
        json.WriteString("to", one.Join.ToId.ToString());
        json.WriteString("type", one.Join.Type);
        json.WriteString(
            "assertion",
            one.Join["assertion"].AsText is ("inferred" or "validated") and var said ? said : "declared"
        );
        WriteMark(json, one.Mark);
        json.WriteEndObject();
    }

    private static void WriteMark(Utf8JsonWriter json, RowMark mark)
    {
        if (mark != RowMark.Same)
            json.WriteString("mark", mark == RowMark.Went ? "went" : "came");
    }

    private string TrustOf(Entity thing) =>
        _trust.BandOf(thing, _trust.LookAt(thing)) switch
        {
            Freshness.Fresh => "fresh",
            Freshness.Ageing => "ageing",
            Freshness.Stale => "stale",
            _ => "",
        };
}
