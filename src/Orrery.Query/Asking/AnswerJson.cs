using System.Text.Json;
using NodaTime.Text;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>An answer as JSON for programs, the same from every face: numbers, truths, lists and maps as they are, things as objects with id, kind, ref and title, all else as text.</summary>
/// <param name="reading">What it was read through.</param>
/// <param name="json">Where it goes.</param>
public sealed class AnswerJson(Reading reading, Utf8JsonWriter json)
{
    /// <summary>A whole answer: <c>{"columns": [...], "rows": [[...]], "revision": 512, "valid": "2024-03-03T00:00:00Z"}</c>.</summary>
    public void Write(Answer answer)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        foreach (var column in answer.Columns)
            json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in answer.Rows)
            List(row);
        json.WriteEndArray();
        json.WriteNumber("revision", answer.At.Value);
        if (answer.Valid is { } valid)
            json.WriteString("valid", InstantPattern.ExtendedIso.Format(valid));
        else
            json.WriteNull("valid");
        json.WriteEndObject();
    }

    /// <summary>One value.</summary>
    public void Write(Value value)
    {
        switch (value)
        {
            case Value.Null or Value.Personal { Clear: null }:
                json.WriteNullValue();
                break;
            case Value.Bool truth:
                json.WriteBooleanValue(truth.Flag);
                break;
            case Value.Integer number:
                json.WriteNumberValue(number.Number);
                break;
            case Value.Float { Number: var number } when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case Value.List list:
                List(list.Items);
                break;
            case Value.Map map:
                json.WriteStartObject();
                foreach (var (key, entry) in map.Entries)
                {
                    json.WritePropertyName(key);
                    Write(entry);
                }

                json.WriteEndObject();
                break;
            case Value.Personal { Clear: { } clear }:
                Write(clear);
                break;
            case Value.Entity entity:
                Thing(entity.Id);
                break;
            case Value.Relation relation:
                Thing(relation.Id);
                break;
            case Value.Path path:
                json.WriteStartArray();
                foreach (var step in path.Steps)
                    Thing(step);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(AnswerWords.Of(value, reading, isForPeople: false));
                break;
        }
    }

    private void List(IEnumerable<Value> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
            Write(item);
        json.WriteEndArray();
    }

    private void Thing(Id id)
    {
        json.WriteStartObject();
        json.WriteString("id", id.ToString());
        if (reading.FindAnyTime(id) is { } entity)
        {
            json.WriteString("kind", entity.Kind);
            if (entity.Ref is { } reference)
                json.WriteString("ref", reference.ToString());
            json.WriteString("title", entity.Title);
        }
        else if (reading.FindRelationAnyTime(id) is { } relation)
        {
            json.WriteString("type", relation.Type);
            json.WriteString("from", relation.FromId.ToString());
            json.WriteString("to", relation.ToId.ToString());
        }

        json.WriteEndObject();
    }
}
