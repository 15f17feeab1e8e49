using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Orrery.Graph;

namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>Lists as JSON: as SQLite keeps them.</summary>
internal static class SqlJson
{
    public static string Write(Value.List list) =>
        $"[{string.Join(",", list.Items.Select(item => item is Value.Integer number ? number.Number.ToString(CultureInfo.InvariantCulture) : "null"))}]";

    /// <summary>The items as SQLite would hand them out by themselves.</summary>
    public static ImmutableArray<object> Read(string json)
    {
        using var read = JsonDocument.Parse(json);
        return [.. read.RootElement.EnumerateArray().Select(Read)];
    }

    private static object Read(JsonElement item) =>
        item.ValueKind switch
        {
            JsonValueKind.Null => DBNull.Value,
            JsonValueKind.String => item.GetString()!,
            _ when item.TryGetInt64(out var whole) && !item.GetRawText().Contains('.', StringComparison.Ordinal) => whole,
            _ => item.GetDouble(),
        };
}
