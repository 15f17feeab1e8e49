using System.Text.Json;
using Orrery.Testing;

namespace Orrery.Tests.Cli;

/// <summary>How command lines are understood and answered.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("wat")]
    [InlineData("workspace")]
    [InlineData("workspace create")]
    [InlineData("undo")]
    [InlineData("undo r1 r2")]
    [InlineData("serve --port x")]
    [InlineData("serve --port 65536")]
    [InlineData("serve --port -1")]
    [InlineData("history --limit -1")]
    [InlineData("verify --format xml")]
    [InlineData("export --format csv")]
    [InlineData("restore file")]
    [InlineData("import file")]
    public async Task What_makes_no_sense_ends_with_2_and_says_where_to_look(string line)
    {
        var answer = await RunAsync(line.Split(' '));

        Assert.Equal((2, ""), (answer.Exit, answer.Out));
        Assert.Contains("--help", answer.Error);
    }

    [Theory]
    [InlineData("undo r1", "workspace.which")]
    [InlineData("undo r1 -w nowhere", "workspace.unknown")]
    [InlineData("restore nowhere.orrery -w new", "file.missing")]
    [InlineData("workspace create Bad_Name", "workspace.name")]
    [InlineData("workspace create acme --pack nowhere", "pack.not-on-the-shelf")]
    [InlineData("import kubernetes nowhere", "import.")]
    [InlineData("workspace delete nowhere", "workspace.unknown")]
    [InlineData("serve --host 0.0.0.0", "serve.not-loopback")]
    [InlineData("demo --host 192.168.1.10", "serve.not-loopback")]
    public async Task A_refusal_ends_with_1_and_names_fault_and_remedy(string line, string code)
    {
        var answer = await RunAsync(line.Split(' '));

        Assert.Equal((1, ""), (answer.Exit, answer.Out));
        Assert.Contains($"[{code}", answer.Error);
        Assert.DoesNotContain("   at ", answer.Error);
    }

    [Fact]
    public async Task A_list_is_a_table_or_json_or_csv()
    {
        await RunAsync("workspace", "create", "acme", "--open", "--title", "Acme, \"the\" company");

        var table = await RunAsync("workspace", "list");
        var csv = await RunAsync("workspace", "list", "--format", "csv");
        var json = await RunAsync("workspace", "list", "--format", "json");

        Assert.Contains("acme", table.Out);
        Assert.StartsWith("name,size in bytes,last written\r\nacme,", csv.Out);
        using var read = JsonDocument.Parse(json.Out);
        Assert.True(read.RootElement[0].GetProperty("size-in-bytes").GetInt64() > 0);
    }

    [Fact]
    public async Task What_others_wrote_does_not_command_the_terminal_and_is_whole_for_programs()
    {
        const string title = "red \e[31m \u009b31m evil \u202etxt.exe";
        await RunAsync("workspace", "create", "acme", "--open", "--title", title);

        var table = await RunAsync("query", "MATCH (w:workspace) RETURN w.title");
        var history = await RunAsync("history");
        var refused = await RunAsync("show", title);
        var csv = await RunAsync("query", "MATCH (w:workspace) RETURN w.title", "--format", "csv");

        Assert.Contains("red \u241b[31m \ufffd31m evil \ufffdtxt.exe", table.Out);
        foreach (var sign in "\e\u009b\u202e")
            Assert.Equal(-1, (table.Out + history.Out + refused.Error).IndexOf(sign, StringComparison.Ordinal));
        Assert.Contains(title, csv.Out);
    }

    [Fact]
    public async Task An_answer_says_of_which_revision_and_moment_it_is_beside_what_programs_read()
    {
        await RunAsync("workspace", "create", "acme", "--open", "--title", "Acme");
        const string all = "MATCH (n) RETURN count(n)";

        Assert.Matches(@"^Read at r\d+, valid now\.\s*$", (await RunAsync("query", all)).Error);
        Assert.EndsWith("valid 2025-03-01.", (await RunAsync("query", all, "--as-of", "2025-03-01")).Error.TrimEnd());
        Assert.EndsWith("valid at any time.", (await RunAsync("query", $"VALID AT ANY {all}")).Error.TrimEnd());
        Assert.StartsWith("Read at r1,", (await RunAsync("query", all, "--known-at", "r1")).Error);
        Assert.Equal("", (await RunAsync("query", all, "--format", "json")).Error);
    }

    [Fact]
    public async Task A_list_opens_no_workspace_so_that_a_damaged_one_hides_nothing()
    {
        await RunAsync("workspace", "create", "acme", "--open");
        await RunAsync("workspace", "create", "broken", "--open");
        File.WriteAllText(_folder.File("data/workspaces/broken/journal.db"), "no journal any more");

        var listed = await RunAsync("workspace", "list", "--format", "csv");

        Assert.Equal((0, ""), (listed.Exit, listed.Error));
        Assert.Equal(["acme", "broken"], listed.Out.Split("\r\n")[1..^1].Select(line => line.Split(',')[0]));
    }

    [Theory]
    [InlineData("export")]
    [InlineData("backup")]
    public async Task A_link_stays_a_link_and_a_device_a_device(string command)
    {
        await RunAsync("workspace", "create", "acme", "--open");
        File.WriteAllText(_folder.File("kept"), "older");
        File.CreateSymbolicLink(_folder.File("link"), _folder.File("kept"));

        var linked = await RunAsync(command, "link");
        var device = await RunAsync(command, "/dev/orrery-no-such-device");

        Assert.Equal((0, ""), (linked.Exit, linked.Error));
        Assert.Equal(_folder.File("kept"), new FileInfo(_folder.File("link")).LinkTarget);
        Assert.NotEqual("older", File.ReadAllText(_folder.File("kept")));
        Assert.Equal(1, device.Exit);
        Assert.Contains("[file.device]", device.Error);
    }

    [Fact]
    public async Task A_change_is_undone_by_its_revision()
    {
        await RunAsync("workspace", "create", "acme");

        var undone = await RunAsync("undo", "r2");
        var unknown = await RunAsync("undo", "77");

        Assert.Equal((0, "Took r2 back as r3.\n"), (undone.Exit, undone.Out));
        Assert.Contains("[revision.unknown]", unknown.Error);
    }

    [Fact]
    public async Task What_was_put_aside_is_gone_from_the_list()
    {
        await RunAsync("workspace", "create", "acme", "--open");

        var deleted = await RunAsync("workspace", "delete", "acme");

        Assert.Equal(0, deleted.Exit);
        Assert.Equal("[]\n", (await RunAsync("workspace", "list", "--format", "json")).Out);
    }

    private Task<Typed> RunAsync(params string[] args) => Typed.RunInAsync(_folder.Path, [.. args, "--data", "data"]);
}
