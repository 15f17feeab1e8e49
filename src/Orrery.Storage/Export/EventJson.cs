using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Writes one event as a JSON object; its wire name comes first.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, GraphEvent happened)
    {
        json.WriteStartObject();
        json.WriteString("event", WireNames.Of(happened));
        switch (happened)
        {
            case GraphEvent.EntityCreated e:
                json.WriteString("id", e.Subject.Value);
                Labels(json, e.Labels.AsSpan());
                if (e.Ref is { } given)
                    json.WriteString("ref", given.ToString());
                During(json, e.Exists);
                break;
            case GraphEvent.RelationCreated e:
                json.WriteString("id", e.Subject.Value);
                json.WriteString("type", e.Type);
                json.WriteString("start", e.From.Value);
                json.WriteString("end", e.To.Value);
                During(json, e.Exists);
                break;
            case GraphEvent.FieldSet e:
                json.WriteString("id", e.Subject.Value);
                json.WriteString("field", e.Field);
                json.WritePropertyName("value");
                ValueJson.Write(json, e.Value);
                During(json, e.During);
                break;
            default:
                WriteRare(json, happened);
                break;
        }

        json.WriteEndObject();
    }

    internal static string TextOf(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static void WriteRare(Utf8JsonWriter json, GraphEvent happened)
    {
        switch (happened)
        {
            case GraphEvent.Retired e:
                json.WriteString("id", e.Subject.Value);
                During(json, e.During);
                break;
            case GraphEvent.Restored e:
                json.WriteString("id", e.Subject.Value);
                During(json, e.During);
                break;
            case GraphEvent.LabelsSet e:
                json.WriteString("id", e.Subject.Value);
                Labels(json, e.Labels.AsSpan());
                During(json, e.During);
                break;
            case GraphEvent.RefGiven e:
                json.WriteString("id", e.Subject.Value);
                json.WriteString("ref", e.Ref.ToString());
                break;
            case GraphEvent.SeriesAppended e:
                WriteSeries(json, e);
                break;
            case GraphEvent.SourceRead e:
                json.WriteString("source", e.Source);
                json.WriteString("file", e.File);
                if (e.From != Instant.MinValue)
                    json.WriteString("from", End(e.From));
                json.WriteString("digest", e.Digest);
                break;
            case GraphEvent.RefWithdrawn e:
                json.WriteString("id", e.Subject.Value);
                break;
            case GraphEvent.SeriesWithdrawn e:
                json.WriteString("id", e.Subject.Value);
                json.WriteString("field", e.Field);
                json.WriteNumber("added", e.Added.Value);
                break;
            case GraphEvent.SubjectErased e:
                json.WriteString("id", e.Subject.Value);
                break;
            default:
                throw new UnreachableException($"{happened.GetType().Name} has no JSON.");
        }
    }

    private static void WriteSeries(Utf8JsonWriter json, GraphEvent.SeriesAppended series)
    {
        json.WriteString("id", series.Subject.Value);
        json.WriteString("field", series.Field);
        json.WriteStartArray("points");
        foreach (var point in series.Points)
        {
            json.WriteStartArray();
            json.WriteStringValue(End(point.At));
            ValueJson.WriteFloat(json, point.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Labels(Utf8JsonWriter json, ReadOnlySpan<string> labels)
    {
        json.WriteStartArray("labels");
        foreach (var label in labels)
            json.WriteStringValue(label);
        json.WriteEndArray();
    }

    /// <summary>An end that is missing is open: always was, or no end known.</summary>
    private static void During(Utf8JsonWriter json, Validity during)
    {
        if (during.From != Instant.MinValue)
            json.WriteString("from", End(during.From));
        if (during.To != Instant.MaxValue)
            json.WriteString("to", End(during.To));
    }

    private static string End(Instant instant) =>
        instant == Instant.MinValue ? "beginning"
        : instant == Instant.MaxValue ? "end"
        : TextOf(instant);
}
