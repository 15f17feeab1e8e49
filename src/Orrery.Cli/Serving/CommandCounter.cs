using System.Text.Json;
using Orrery.Server;

namespace Orrery.Cli;

/// <summary>Serves the commands that other processes hand to the owner of the data folder.</summary>
internal sealed class CommandCounter(ISite site)
{
    public CommandDoor DoorFor(string token) => new(Forwarding.TokenHeader, token, RunAsync);

    private async Task RunAsync(Stream asked, Stream answer, CancellationToken cancel)
    {
        var call = (await JsonSerializer.DeserializeAsync(asked, ForwardedJson.Default.ForwardedCall, cancel))!;
        var turn = new Lock();
        await using var words = new FrameWriter(answer, turn, text => new(Out: text));
        await using var errors = new FrameWriter(answer, turn, text => new(Error: text));
        var terminal = new Terminal(words, errors, call.Width, call.ShowsProgress, call.Folder, call.Person)
        {
            Read = () => call.Input ?? "",
            Words = call.Words,
        };
        var exit = await CommandLine.RunAsync(call.Args, terminal, site, cancel);
        words.Flush();
        errors.Flush();
        words.Send(new(Exit: exit));
    }
}
