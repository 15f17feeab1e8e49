using System.Text.Json.Serialization;

namespace Orrery.Cli;

/// <summary>A command line on its way to the server that owns the data folder.</summary>
internal sealed record ForwardedCall(
    IReadOnlyList<string> Args,
    string Folder,
    string Person,
    int? Width,
    bool ShowsProgress,
    string? Input,
    string? Words = null
)
{
    public static ForwardedCall Of(Request request) =>
        new(
            request.Args,
            request.Terminal.Folder,
            request.Terminal.Person,
            request.Terminal.Width,
            request.Terminal.ShowsProgress,
            request.Input,
            request.Terminal.Words
        );
}

/// <summary>One line of the answer: words for either stream, or the exit code, which is last.</summary>
internal sealed record ForwardedFrame(string? Out = null, string? Error = null, int? Exit = null);

/// <summary>Their JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ForwardedCall))]
[JsonSerializable(typeof(ForwardedFrame))]
internal sealed partial class ForwardedJson : JsonSerializerContext;
