using System.Text;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>Backups, exports and erasure, by the real executable.</summary>
public sealed class KeepingTests : IDisposable
{
    private const string Secret = "ada.lovelace@analytical.example";

    private readonly TempFolder _folder = new();
    private readonly TempFolder _outside = new();
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public async Task An_export_restored_is_the_same_workspace()
    {
        await MakePersonAsync();

        await DoneAsync("export", _outside.File("one.jsonl"), "-w", "acme");
        await DoneAsync("restore", _outside.File("one.jsonl"), "-w", "again");
        await DoneAsync("export", _outside.File("two.jsonl"), "-w", "again");

        Assert.Equal(File.ReadAllBytes(_outside.File("one.jsonl")), File.ReadAllBytes(_outside.File("two.jsonl")));
    }

    [Fact]
    public async Task A_backup_taken_while_others_write_is_a_prefix_of_what_they_wrote()
    {
        await DoneAsync("workspace", "create", "load", "--open");
        await using var server = await OrreryProcess.ServeAsync(_folder.Path);
        using (var client = new HttpClient())
        {
            using var writing = await CommandDoor.AskAsync(client, _folder.Path, "exercise", "--run", "r");
            using var lines = new StreamReader(await writing.Content.ReadAsStreamAsync(_cancel));
            await lines.ReadLineAsync(_cancel);
            await DoneAsync("backup", _outside.File("load.orrery"), "-w", "load");
            await lines.ReadLineAsync(_cancel);
        }

        await DoneAsync("restore", _outside.File("load.orrery"), "-w", "again");
        await DoneAsync("export", _outside.File("all.jsonl"), "-w", "load");
        await DoneAsync("export", _outside.File("again.jsonl"), "-w", "again");

        var again = await File.ReadAllTextAsync(_outside.File("again.jsonl"), _cancel);
        Assert.True(again.Length > 500);
        Assert.StartsWith(again, await File.ReadAllTextAsync(_outside.File("all.jsonl"), _cancel), StringComparison.Ordinal);
        await DoneAsync("verify");
    }

    [Fact]
    public async Task After_erasure_the_value_is_in_no_file_and_verify_passes()
    {
        await MakePersonAsync();
        await DoneAsync("backup", _outside.File("before.orrery"), "-w", "acme");
        await DoneAsync("export", _outside.File("before.jsonl"), "-w", "acme");
        Assert.Equal(Secret, await EmailAsync("acme"));

        await DoneAsync("erase", "person:ada", "-w", "acme", "--yes");

        await DoneAsync("verify", "-w", "acme");
        Assert.Null(await EmailAsync("acme"));
        await DoneAsync("restore", _outside.File("before.orrery"), "-w", "restored");
        await DoneAsync("restore", _outside.File("before.jsonl"), "-w", "reread");
        Assert.Null(await EmailAsync("restored"));
        Assert.Null(await EmailAsync("reread"));
        Assert.Empty(FilesWith(Secret, _folder.Path).Concat(FilesWith(Secret, _outside.Path)));
    }

    [Fact]
    public async Task Nothing_is_erased_unless_somebody_confirms_it()
    {
        await MakePersonAsync();

        var answer = await OrreryProcess.RunAsync(_folder.Path, "erase", "person:ada");

        Assert.Equal(1, answer.Exit);
        Assert.Contains("[erase.unconfirmed]", answer.Error);
        Assert.Equal(Secret, await EmailAsync("acme"));
    }

    [Fact]
    public async Task Somebody_who_is_not_there_is_told_before_anybody_is_asked_to_confirm()
    {
        await MakePersonAsync();

        var answer = await OrreryProcess.RunAsync(_folder.Path, "erase", "person:nobody");

        Assert.Equal(1, answer.Exit);
        Assert.DoesNotContain("Type person:nobody", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("[erase.unconfirmed]", answer.Error, StringComparison.Ordinal);
        Assert.Contains("person:nobody", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_which_values_would_be_erased_and_erases_none()
    {
        await MakePersonAsync();

        var answer = await OrreryProcess.RunAsync(_folder.Path, "erase", "person:ada", "--dry-run");

        Assert.Equal(0, answer.Exit);
        Assert.Contains("e-mail", answer.Out, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, answer.Out, StringComparison.Ordinal);
        Assert.Equal(Secret, await EmailAsync("acme"));
    }

    [Fact]
    public async Task An_export_to_a_dash_goes_to_the_standard_output()
    {
        await MakePersonAsync();

        var plain = await OrreryProcess.RunAsync(_folder.Path, "export", "-w", "acme");
        var dash = await OrreryProcess.RunAsync(_folder.Path, "export", "-", "-w", "acme");

        Assert.Equal(plain.Out, dash.Out);
        Assert.NotEmpty(dash.Out);
    }

    private async Task MakePersonAsync()
    {
        await using var workspaces = new Workspaces(DataFolder.Open(_folder.Path), TimeProvider.System);
        var workspace = await workspaces.CreateAsync(new("acme", "Acme", IsEnforced: true, ["core"]), _cancel);
        var person = new GraphCommand.CreateEntity(
            Id.Named("ada"),
            ["person"],
            "ada",
            Properties.Of(("title", Value.Of("Ada")), ("email", Value.Of(Secret))),
            Validity.Always
        );
        (await workspace.ExecuteAsync(new([person], new("Tester", Origin.Screen)), _cancel)).OrThrow();
    }

    private async Task<string?> EmailAsync(string name)
    {
        await using var workspaces = new Workspaces(DataFolder.Open(_folder.Path), TimeProvider.System);
        var reading = (await workspaces.GetAsync(name, _cancel)).Read(new("Tester"), When.Now);
        return reading.Find(EntityRef.Of("person", "ada"))!["email"].AsText;
    }

    private async Task DoneAsync(params string[] args)
    {
        var answer = await OrreryProcess.RunAsync(_folder.Path, args);
        Assert.True(answer.Exit == 0, $"orrery {string.Join(' ', args)}: {answer.Error}");
    }

    private static IEnumerable<string> FilesWith(string text, string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
}
