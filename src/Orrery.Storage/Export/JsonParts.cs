using System.Text.Json;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The members of a JSON object, each to be taken once.</summary>
internal sealed class JsonParts
{
    private readonly Dictionary<string, JsonElement> _left;

    public JsonParts(JsonElement json) =>
        _left =
            json.ValueKind is JsonValueKind.Object
                ? json.EnumerateObject().ToDictionary(part => part.Name, part => part.Value, StringComparer.Ordinal)
                : throw new FormatException("An object is needed here.");

    public JsonElement Take(string name) =>
        _left.Remove(name, out var part) ? part : throw new FormatException($"'{name}' is missing.");

    public string Text(string name) =>
        Take(name) is { ValueKind: JsonValueKind.String } part
            ? part.GetString()!
            : throw new FormatException($"'{name}' is not a text.");

    public string? TextOrNone(string name) => _left.ContainsKey(name) ? Text(name) : null;

    public Id Id(string name) =>
        Take(name).TryGetGuid(out var id) ? new(id) : throw new FormatException($"'{name}' is not an id (a UUID).");

    public long Whole(string name) =>
        Take(name) is { ValueKind: JsonValueKind.Number } part && part.TryGetInt64(out var number) && number > 0
            ? number
            : throw new FormatException($"'{name}' is not a whole number above zero.");

    public void CheckAllTaken()
    {
        if (_left.Count > 0)
            throw new FormatException($"'{string.Join("', '", _left.Keys)}' is not known here.");
    }
}
