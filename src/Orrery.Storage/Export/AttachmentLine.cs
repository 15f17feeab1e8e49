using System.Buffers;
using System.Text.Json;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>The bytes of an attachment as a line of an export: <c>{"attachment":"HASH","content":"BASE64"}</c>.</summary>
public static class AttachmentLine
{
    private const string Start = """{"attachment":""";

    /// <summary>Writes one line, with its end.</summary>
    public static void Write(IBufferWriter<byte> to, ContentHash hash, ReadOnlySpan<byte> content)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            json.WriteString("attachment", hash.Text);
            json.WriteBase64String("content", content);
            json.WriteEndObject();
        }

        to.Write("\n"u8);
    }

    /// <summary>Whether a line holds an attachment rather than a change set.</summary>
    public static bool IsOne(string line) => line.StartsWith(Start, StringComparison.Ordinal);

    /// <summary>Keeps what a line holds.</summary>
    /// <exception cref="FaultException"><c>export.line</c>: it is not what was written.</exception>
    public static void Take(string line, long number, IAttachments to)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var content = document.RootElement.GetProperty("content").GetBytesFromBase64();
            if (to.Keep(content).Text != document.RootElement.GetProperty("attachment").GetString())
                throw new FaultException(Fault.ExportLine(number, "the attached file is not what its name says"));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FaultException(Fault.ExportLine(number, e.Message));
        }
    }
}
