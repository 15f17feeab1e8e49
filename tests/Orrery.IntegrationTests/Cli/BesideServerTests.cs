using System.Text.Json;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>Commands while a server owns the data folder.</summary>
public sealed class BesideServerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_server_on_one_folder_is_refused()
    {
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);

        var second = await OrreryProcess.RunAsync(_folder.Path, "serve", "--port", "0");

        Assert.Equal(1, second.Exit);
        Assert.Contains("[folder.owned]", second.Error);
    }

    [Fact]
    public async Task A_taken_port_is_refused_with_a_remedy()
    {
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);
        var port = FolderLock.FindOwner(DataFolder.Open(_folder.Path))!.Endpoint!.Port;

        var second = await OrreryProcess.RunAsync(_folder.File("other"), "serve", "--port", $"{port}");

        Assert.Equal(1, second.Exit);
        Assert.Contains("--port", second.Error);
        Assert.DoesNotContain("   at ", second.Error);
    }

    [Fact]
    public async Task Commands_work_through_the_server()
    {
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);

        var made = await OrreryProcess.RunAsync(_folder.Path, "workspace", "create", "acme", "--title", "Acmé Ltd");
        var again = await OrreryProcess.RunAsync(_folder.Path, "workspace", "create", "acme");
        var listed = await OrreryProcess.RunAsync(_folder.Path, "workspace", "list", "--format", "json");

        Assert.Equal((0, ""), (made.Exit, made.Error));
        Assert.Equal((1, ""), (again.Exit, again.Out));
        Assert.Contains("[workspace.taken]", again.Error);
        using var json = JsonDocument.Parse(listed.Out);
        Assert.Equal("acme", json.RootElement[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_given_to_a_command_may_be_long_but_not_without_end()
    {
        await OrreryProcess.RunAsync(_folder.Path, "workspace", "create", "acme");
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);
        string[] query = ["query", "-", "--workspace", "acme"];

        var long3 = await OrreryProcess.RunWithInputAsync($"RETURN '{new string('x', 3 << 20)}'", _folder.Path, query);
        var long17 = await OrreryProcess.RunWithInputAsync($"RETURN '{new string('x', 17 << 20)}'", _folder.Path, query);

        Assert.Contains("[query.text-too-long]", long3.Error);
        Assert.Contains("[folder.call-too-large]", long17.Error);
        Assert.Equal((1, 1), (long3.Exit, long17.Exit));
    }

    [Fact]
    public async Task Files_are_meant_from_where_the_caller_stands()
    {
        await OrreryProcess.RunAsync(_folder.Path, "workspace", "create", "acme");
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);
        using var here = new TempFolder();

        await using var export = OrreryProcess.StartIn(here.Path, _folder.Path, "export", "acme.jsonl");
        var answer = await export.EndAsync();

        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal(2, File.ReadLines(here.File("acme.jsonl")).Count());
    }

    [Fact]
    public async Task What_a_caller_passes_on_the_standard_input_reaches_the_server()
    {
        await OrreryProcess.RunAsync(_folder.Path, "workspace", "create", "acme");
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);

        var answer = await OrreryProcess.RunWithInputAsync(
            "RETURN 'né' AS text,\n  1 + 1 AS two",
            _folder.Path,
            "query",
            "-",
            "--format",
            "csv"
        );

        Assert.Equal((0, "", "text,two\r\nné,2\r\n"), (answer.Exit, answer.Error, answer.Out));
    }

    [Fact]
    public async Task Nobody_gets_in_without_the_token()
    {
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);
        var endpoint = FolderLock.FindOwner(DataFolder.Open(_folder.Path))!.Endpoint!;
        using var client = new HttpClient();
        using var call = new StringContent("""{"args":["workspace","list"],"folder":"/","person":"Mallory"}""");

        using var answer = await client.PostAsync(new Uri(endpoint, "cli"), call, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_server_ends_when_it_is_asked_to_and_leaves_the_folder_free(string signal)
    {
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);

        server.Signal(signal);
        var answer = await server.EndAsync();

        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Null(FolderLock.FindOwner(DataFolder.Open(_folder.Path)));
    }
}
