using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>Writes what the orrery draws as the JSON of <c>Assets/src/orrery/contract.ts</c>, version 1.</summary>
/// <param name="visit">Whose words, and which moment.</param>
internal sealed class OrreryPicture(Visit visit)
{
    private static readonly string[] Sectors = ["context", "intent", "collaboration", "investment"];

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private readonly Dictionary<string, (JsonEncodedText Type, JsonEncodedText There, JsonEncodedText Back)> _words = new(
        StringComparer.Ordinal
    );

    /// <summary>Writes into the buffers of a connection: half a megabyte of fresh memory for each picture costs more than writing it.</summary>
    public void Write(IBufferWriter<byte> buffer, Sky sky, Density density, Strand? thread)
    {
        var places = sky.Holders.All.Index().ToDictionary(holder => holder.Item.Order, holder => holder.Index);
        using var json = new Utf8JsonWriter(buffer, new() { Encoder = Encoder });
        json.WriteStartObject();
        json.WriteNumber("v", 1);
        json.WriteString("workspace", visit.Title);
        json.WriteNumber("revision", visit.Reading.Snapshot.At.Value);
        json.WriteString("at", Dates.Iso(visit.Reading.Valid));
        json.WriteString("now", Dates.Iso(visit.Reading.Now));
        WriteTexts(json, "orbits", Orbits.Names);
        WriteSectors(json, sky);
        WriteBodies(json, sky, places);
        json.WriteString("axisLabel", visit.Words.Category("practice"));
        WriteRelations(json, sky);
        WriteDensity(json, density);
        json.WriteStartArray("pins");
        json.WriteEndArray();
        WriteHolders(json, sky.Holders);
        if (thread is not null)
            json.WriteString(
                "thread",
                string.Concat(
                    Ordered(sky)
                        .Select(body =>
                            thread.On.Contains(body.Entity.Id) ? '2'
                            : thread.Touched.Contains(body.Entity.Id) ? '1'
                            : '0'
                        )
                )
            );
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, string[] texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void WriteSectors(Utf8JsonWriter json, Sky sky)
    {
        var counts = sky.Bodies.CountBy(CategoryOf).ToDictionary();
        json.WriteStartArray("sectors");
        foreach (var category in Sectors)
        {
            json.WriteStartObject();
            json.WriteString("category", category);
            json.WriteString("label", visit.Words.Category(category));
            json.WriteNumber("count", counts.GetValueOrDefault(category));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteBodies(Utf8JsonWriter json, Sky sky, Dictionary<int, int> places)
    {
        json.WriteStartArray("bodies");
        foreach (var body in sky.Bodies.Where(body => !Sky.IsPractice(body.Entity)))
            WriteBody(json, body, sky.Holders, places);
        json.WriteEndArray();
        json.WriteStartArray("axis");
        foreach (var body in sky.Bodies.Where(body => Sky.IsPractice(body.Entity)))
            WriteBody(json, body, sky.Holders, places);
        json.WriteEndArray();
    }

    private void WriteBody(Utf8JsonWriter json, Body body, Holders holders, Dictionary<int, int> places)
    {
        var entity = body.Entity;
        json.WriteStartObject();
        json.WriteString("id", entity.Id.Value);
        json.WriteString("href", visit.Links.Page(entity));
        json.WriteString("title", entity.Title);
        json.WriteString("category", CategoryOf(body));
        json.WriteString("kind", entity.Kind);
        json.WriteString("kindLabel", visit.Words.Kind(entity.Kind));
        json.WriteString("group", body.Group);
        json.WriteNumber("order", entity.Order);
        WriteNumber(json, "distanceDays", body.Distance.Days);
        WriteNumber(json, "freshness", body.Left);
        json.WriteString("assertion", entity["assertion"].AsText is ("inferred" or "validated") and var said ? said : "declared");
        WriteNumber(json, "size", body.Share);
        json.WriteString("note", Orbits.Say(visit, entity, body.Distance));
        if (body.Between is { } between)
            WriteTexts(json, "between", [between.One, between.Other]);
        if (holders.Of(entity) is { Count: > 0 } held)
        {
            json.WriteStartArray("held");
            foreach (var place in held.Select(holder => places[holder.Order]).Distinct())
                json.WriteNumberValue(place);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteHolders(Utf8JsonWriter json, Holders holders)
    {
        json.WriteStartArray("holders");
        foreach (var holder in holders.All)
        {
            json.WriteStartObject();
            json.WriteString("ref", holder.ToString());
            json.WriteString("title", holder.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // As they are written: what sits on the axes comes last.
    private static IEnumerable<Body> Ordered(Sky sky) =>
        sky.Bodies.Where(body => !Sky.IsPractice(body.Entity)).Concat(sky.Bodies.Where(body => Sky.IsPractice(body.Entity)));

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known)
            json.WriteNumber(name, Math.Round(known, 3));
        else
            json.WriteNull(name);
    }

    private void WriteRelations(Utf8JsonWriter json, Sky sky)
    {
        json.WriteStartArray("relations");
        foreach (var (from, to, relation) in sky.Relations)
        {
            json.WriteStartArray();
            json.WriteNumberValue(from);
            json.WriteNumberValue(to);
            var (type, there, back) = WordsOf(relation.Type);
            json.WriteStringValue(type);
            json.WriteStringValue(there);
            json.WriteStringValue(back);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private (JsonEncodedText Type, JsonEncodedText There, JsonEncodedText Back) WordsOf(string type)
    {
        if (_words.TryGetValue(type, out var known))
            return known;
        JsonEncodedText Of(string text) => JsonEncodedText.Encode(text, Encoder);
        return _words[type] = (
            Of(type),
            Of(visit.Words.Relation(type, Direction.Out)),
            Of(visit.Words.Relation(type, Direction.In))
        );
    }

    private static void WriteDensity(Utf8JsonWriter json, Density density)
    {
        json.WriteStartObject("density");
        json.WriteString("from", Dates.Iso(density.From));
        json.WriteString("to", Dates.Iso(density.To));
        json.WriteStartArray("buckets");
        foreach (var bucket in density.Buckets)
            json.WriteNumberValue(Math.Round(bucket, 2));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string CategoryOf(Body body) => visit.Reading.Model.CategoryOf(body.Entity.Kind);
}
