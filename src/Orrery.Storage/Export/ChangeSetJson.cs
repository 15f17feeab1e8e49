using System.Buffers;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Change sets as JSON lines, without loss: what <c>export --format jsonl</c> writes and <c>restore</c> reads. Format: docs/journal.md.</summary>
/// <remarks>Personal values are written sealed. Instants keep 100 ns.</remarks>
public static class ChangeSetJson
{
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false, MaxDepth = 200 };

    private static readonly FrozenDictionary<string, Origin> Origins = Enum.GetValues<Origin>()
        .ToFrozenDictionary(WireNames.Of, StringComparer.Ordinal);

    /// <summary>Writes one line, with its end.</summary>
    public static void WriteLine(IBufferWriter<byte> to, ChangeSet change)
    {
        using (var json = new Utf8JsonWriter(to, Plainly))
            Write(json, change);
        to.Write("\n"u8);
    }

    /// <summary>Reads one line.</summary>
    /// <param name="line">UTF-8, without its end.</param>
    /// <exception cref="FormatException">It is no change set; the message says why.</exception>
    public static ChangeSet ReadLine(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strictly);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // What follows counts lines of this one line, for readers of programs.
            throw new FormatException(e.Message.Split(" LineNumber:")[0], e);
        }
        catch (Exception e) when (e is NodaTime.Text.UnparsableValueException)
        {
            throw new FormatException(e.Message.Split('\n')[0], e);
        }
    }

    /// <summary>Reads lines to the end; each change set follows the one before by revision.</summary>
    /// <param name="from">The lines.</param>
    /// <param name="files">Where the bytes of attachments go that stand between them.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="FaultException"><c>export.line</c>: the first line that is wrong, and why.</exception>
    public static async IAsyncEnumerable<ChangeSet> ReadAsync(
        Stream from,
        IAttachments files,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        using var reader = new StreamReader(from);
        var revision = Revision.Start;
        for (var number = 1L; await reader.ReadLineAsync(cancel) is { } line; number++)
        {
            if (AttachmentLine.IsOne(line))
            {
                AttachmentLine.Take(line, number, files);
                continue;
            }

            var change = ReadLine(line, number);
            if (change.Revision != revision.Next)
                throw new FaultException(Fault.ExportLine(number, $"revision {change.Revision} does not follow {revision}"));
            revision = change.Revision;
            yield return change;
        }
    }

    private static ChangeSet ReadLine(string line, long number)
    {
        try
        {
            return ReadLine(System.Text.Encoding.UTF8.GetBytes(line));
        }
        catch (FormatException e)
        {
            throw new FaultException(Fault.ExportLine(number, e.Message));
        }
    }

    private static void Write(Utf8JsonWriter json, ChangeSet change)
    {
        json.WriteStartObject();
        json.WriteNumber("revision", change.Revision.Value);
        json.WriteString("recorded", EventJson.TextOf(change.Recorded));
        json.WriteString("actor", change.Cause.Actor);
        json.WriteString("origin", WireNames.Of(change.Cause.Origin));
        if (change.Cause.Why is { } why)
            json.WriteString("why", why);
        if (change.Cause.Source is { } source)
            json.WriteString("source", source);
        json.WriteStartArray("events");
        foreach (var happened in change.Events)
            EventJson.Write(json, happened);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ChangeSet Read(JsonElement json)
    {
        var parts = new JsonParts(json);
        var change = new ChangeSet(
            new Revision(parts.Take("revision").GetInt64()),
            EventFromJson.InstantOf(parts.Text("recorded")),
            new Cause(parts.Text("actor"), OriginOf(parts.Text("origin")), parts.TextOrNone("why"), parts.TextOrNone("source")),
            [.. parts.Take("events").EnumerateArray().Select(EventFromJson.Read)]
        );
        parts.CheckAllTaken();
        return change;
    }

    private static Origin OriginOf(string name) =>
        Origins.TryGetValue(name, out var origin) ? origin : throw new FormatException($"This build knows no origin '{name}'.");
}
