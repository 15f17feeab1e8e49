using System.Net.Http.Json;
using Orrery.Storage;

namespace Orrery.IntegrationTests.Cli;

/// <summary>The door of a server through which the executable's commands go.</summary>
internal static class CommandDoor
{
    /// <summary>Hands a command line to the server of a data folder, as the executable does.</summary>
    public static async Task<HttpResponseMessage> AskAsync(HttpClient client, string data, params string[] args)
    {
        var owner = FolderLock.FindOwner(DataFolder.Open(data))!;
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(owner.Endpoint!, "cli"));
        message.Headers.Add("Orrery-Token", owner.Token);
        message.Content = JsonContent.Create(
            new
            {
                args,
                folder = data,
                person = "Tester",
                showsProgress = false,
            }
        );
        return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
    }
}
