using System.Text;
using System.Text.Json;

namespace Orrery.Import;

/// <summary>Reads JSON into nodes; numbers and truth values stay the texts they were written as.</summary>
internal sealed class JsonReader(string file, ImportLimits limits)
{
    private readonly List<DoubledKey> _doubled = [];
    private int _line = 1;
    private long _lineCountedTo;
    private int _nodes;

    public static FileContent Read(string file, string text, ImportLimits limits)
    {
        var reader = new JsonReader(file, limits);
        var root = reader.Root(Encoding.UTF8.GetBytes(text));
        return new([new(null, root)], [.. reader._doubled]);
    }

    private Node Root(byte[] bytes)
    {
        var options = new JsonReaderOptions
        {
            MaxDepth = limits.Depth,
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        };
        var tokens = new Utf8JsonReader(bytes, options);
        try
        {
            tokens.Read();
            var root = Value(ref tokens, bytes);
            return tokens.Read() ? throw new JsonException("Something follows the value.") : root;
        }
        catch (JsonException wrong) when (wrong.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            throw ImportFaults.Limit(file, (int)(wrong.LineNumber ?? 0) + 1, "levels of nesting", limits.Depth);
        }
        catch (JsonException wrong)
        {
            var place = wrong.BytePositionInLine is { } before
                ? $"{(wrong.LineNumber ?? 0) + 1}, place {before + 1}"
                : $"{_line}";
            throw ImportFaults.Malformed(file, place, "JSON", InWords(wrong));
        }
        catch (InvalidOperationException)
        {
            throw ImportFaults.Encoding(file, _line, "half a character stands here (an unpaired surrogate)");
        }
    }

    // Where it is stands in the message already, for readers of programs.
    private static string InWords(JsonException wrong) =>
        wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? wrong.Message[..end] : wrong.Message;

    /// <summary>One value; recursion is bounded by the reader's own depth limit.</summary>
    private Node Value(ref Utf8JsonReader tokens, byte[] bytes)
    {
        var line = LineOf(ref tokens, bytes);
        if (++_nodes > limits.Nodes)
            throw ImportFaults.Limit(file, line, "values", limits.Nodes);
        return tokens.TokenType switch
        {
            JsonTokenType.StartObject => Map(ref tokens, bytes, line),
            JsonTokenType.StartArray => List(ref tokens, bytes, line),
            JsonTokenType.String => new Node.Scalar(tokens.GetString(), line),
            JsonTokenType.Null => new Node.Scalar(null, line),
            _ => new Node.Scalar(Encoding.UTF8.GetString(tokens.ValueSpan), line),
        };
    }

    private Node.Map Map(ref Utf8JsonReader tokens, byte[] bytes, int line)
    {
        var entries = new MapEntries(_doubled);
        while (tokens.Read() && tokens.TokenType != JsonTokenType.EndObject)
        {
            var keyLine = LineOf(ref tokens, bytes);
            var key = tokens.GetString()!;
            tokens.Read();
            entries.Add(key, Value(ref tokens, bytes), keyLine);
        }

        return new(entries.Close(), line);
    }

    private Node.List List(ref Utf8JsonReader tokens, byte[] bytes, int line)
    {
        List<Node> items = [];
        while (tokens.Read() && tokens.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref tokens, bytes));
        return new([.. items], line);
    }

    private int LineOf(ref Utf8JsonReader tokens, byte[] bytes)
    {
        var place = tokens.TokenStartIndex;
        _line += bytes.AsSpan((int)_lineCountedTo, (int)(place - _lineCountedTo)).Count((byte)'\n');
        _lineCountedTo = place;
        return _line;
    }
}
