using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Server;
using Orrery.Storage;

namespace Orrery.Tests.Forms;

/// <summary>A server on a port of its own over a workspace with every pack of the shelf, and somebody who fills in its forms.</summary>
public sealed partial class FormDesk : IAsyncLifetime
{
    private const int TimeoutInMilliseconds = 1_000;

    private WebApplication? _app;
    private HttpClient? _client;
    private Workspace? _workspace;

    public Workspace Workspace => _workspace!;

    public Reading Now => Workspace.Read(new("Ada"), When.Now);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        PersonalKeys keys = new((id, value) => new(id, [], value), personal => personal);
        var workspace = _workspace = await Workspace.OpenAsync(
            "desk",
            new MemoryJournal(null),
            keys,
            GraphSnapshot.Empty(),
            TimeProvider.System,
            Cancel
        );
        GraphCommand rules = new GraphCommand.CreateEntity(
            Id.Named("this"),
            [MetaKinds.Workspace],
            "this",
            Properties.Of(("mode", Value.Of("enforced"))),
            Validity.Always
        );
        Proposal start = new([rules, .. PackShelf.Open(PackShelf.Names).ToCommands()], new("Ada", Origin.Product));
        (await workspace.ExecuteAsync(start, Cancel)).OrThrow();
        WorkspaceShelf shelf = new(() => [workspace.Name], (_, _) => ValueTask.FromResult<Workspace?>(workspace));
        _app = OrreryServer.Build(new(0, "Ada"), shelf, TimeProvider.System, door: null);
        await _app.StartAsync(Cancel);
        _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(_app.Urls.First()) };
    }

    /// <summary>A page, which has to be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await _client!.GetAsync(new Uri($"/w/desk/{path}", UriKind.Relative), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return text;
    }

    /// <summary>What is answered at an address, whatever it is.</summary>
    public async Task<(System.Net.HttpStatusCode Status, string Page)> FindAsync(string path)
    {
        using var answer = await _client!.GetAsync(new Uri($"/w/desk/{path}", UriKind.Relative), Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Sends a form as a browser would that has its page.</summary>
    /// <returns>Where it was sent on to; the page it was shown again otherwise.</returns>
    public async Task<(string? Onward, string Page)> SendAsync(string path, params IEnumerable<(string Name, string Value)> said)
    {
        var token = Token.Match(await ReadAsync(path)).Groups["token"].Value;
        using var content = new FormUrlEncodedContent(
            said.Prepend(("__RequestVerificationToken", token)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/w/desk/{path}", UriKind.Relative))
        {
            Content = content,
        };
        request.Headers.Add("Origin", _client!.BaseAddress!.ToString().TrimEnd('/'));
        using var answer = await _client.SendAsync(request, Cancel);
        return (answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        _client!.Dispose();
        await _app!.StopAsync(Cancel);
        await _app.DisposeAsync();
        await Workspace.DisposeAsync();
    }

    [GeneratedRegex(
        """name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""",
        RegexOptions.ExplicitCapture,
        TimeoutInMilliseconds
    )]
    private static partial Regex Token { get; }
}
