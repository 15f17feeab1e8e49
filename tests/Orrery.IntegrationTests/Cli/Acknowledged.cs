using System.Globalization;
using System.Text.Json;
using Orrery.Graph;

namespace Orrery.IntegrationTests.Cli;

/// <summary>A change that a server said was durable, before it was killed.</summary>
internal sealed record Acknowledged(Revision Revision, string Key)
{
    /// <summary>What a frame of the answer of <c>orrery exercise</c> says; null where the kill cut it off: that was not heard.</summary>
    public static Acknowledged? TryRead(string frame)
    {
        try
        {
            using var json = JsonDocument.Parse(frame);
            return json.RootElement.TryGetProperty("out", out var text) ? TryReadLine(text.GetString()!.TrimEnd('\n')) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Acknowledged? TryReadLine(string line) =>
        line.Split(' ') is ["ack", var revision, var key]
            ? new(new(long.Parse(revision, CultureInfo.InvariantCulture)), key)
            : throw new InvalidDataException($"The server answered '{line}'.");
}
