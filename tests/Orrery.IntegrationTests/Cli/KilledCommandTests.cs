using Orrery.Engine;
using Orrery.Graph;
using Orrery.IntegrationTests.Import;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>Commands that are killed with -9 on their way: what they make is there whole or not at all, and running them again makes it.</summary>
public sealed class KilledCommandTests : IDisposable
{
    private const int LargePackKinds = 400;

    private readonly TempFolder _folder = new();
    private readonly TempFolder _outside = new();
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _outside.Dispose();
    }

    [Theory]
    [InlineData("export")]
    [InlineData("backup")]
    public async Task A_killed_copy_leaves_the_older_one_or_is_whole(string command)
    {
        await MakeWorkspaceAsync();
        var file = _outside.File("copy");
        await File.WriteAllTextAsync(file, "older", _cancel);

        await KillOnceAsync(() => File.Exists($"{file}.tmp"), command, file, "-w", "acme");
        if (await File.ReadAllTextAsync(file, _cancel) == "older")
            await DoneAsync(command, file, "-w", "acme");

        await DoneAsync("restore", file, "-w", "again");
        Assert.Equal(await ExportAsync("acme"), await ExportAsync("again"));
    }

    [Theory]
    [InlineData("export")]
    [InlineData("backup")]
    public async Task A_killed_restore_leaves_no_half_workspace(string command)
    {
        await MakeWorkspaceAsync();
        await DoneAsync(command, _outside.File("copy"), "-w", "acme");
        var workspaces = Path.Combine(_folder.Path, "workspaces");

        await KillOnceAsync(
            () => Directory.EnumerateDirectories(workspaces).Count() > 1,
            "restore",
            _outside.File("copy"),
            "-w",
            "again"
        );
        if (!Directory.Exists(Path.Combine(workspaces, "again")))
            await DoneAsync("restore", _outside.File("copy"), "-w", "again");

        await DoneAsync("verify");
        Assert.Equal(await ExportAsync("acme"), await ExportAsync("again"));
    }

    [Fact]
    public async Task A_killed_apply_has_made_all_of_a_model_or_nothing_and_makes_it_when_run_again()
    {
        await MakeWorkspaceAsync();
        await File.WriteAllTextAsync(_outside.File("model.yaml"), LargePack(), _cancel);
        string[] apply = ["apply", "-f", _outside.File("model.yaml"), "-w", "acme"];
        var before = SizeOfData();

        await KillOnceAsync(() => SizeOfData() > before, apply);

        await DoneAsync("verify");
        Assert.Contains(await PartsAsync(), (int[])[0, LargePackKinds * 5]);
        await DoneAsync(apply);
        Assert.Equal(LargePackKinds * 5, await PartsAsync());
        Assert.Contains(
            "Nothing would change",
            (await OrreryProcess.RunAsync(_folder.Path, apply)).Out,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Killed.Command, 3)]
    [InlineData(Killed.CommandBesideServer, 2)]
    [InlineData(Killed.Server, 2)]
    public async Task An_apply_killed_anywhere_in_its_writing_is_there_whole_or_not_at_all(Killed killed, int rounds)
    {
        await MakeWorkspaceAsync();
        await WriteModelAsync(0);
        var before = SizeOfData();
        await DoneAsync(Apply);
        var written = SizeOfData() - before;

        for (var round = 1; round <= rounds; round++)
        {
            await WriteModelAsync(round);
            await using var server = killed == Killed.Command ? null : await OrreryProcess.ServeAsync(_folder.Path);
            var start = SizeOfData();
            // Somewhere between its first and its last byte.
            var from = start + Random.Shared.NextInt64(written);
            await KillOnceAsync(() => SizeOfData() > from, killed == Killed.Server ? server : null, Apply);

            await DoneAsync("verify");
            Assert.Contains(await DescribedAsync(), (string[])[$"D{round - 1}", $"D{round}"]);
            await DoneAsync(Apply);
            Assert.Equal($"D{round}", await DescribedAsync());
        }

        await DoneAsync("verify");
        Assert.Contains(
            "Nothing would change",
            (await OrreryProcess.RunAsync(_folder.Path, Apply)).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_killed_import_has_whole_files_only_and_goes_on_when_run_again()
    {
        KubernetesFiles.SkipWithoutData();
        string[] import = ["import", "kubernetes", KubernetesFiles.Folder!, "--history"];
        await using (var first = OrreryProcess.Start(_folder.Path, import))
        {
            await first.FirstWord;
            first.Kill();
        }

        await DoneAsync("verify");
        await DoneAsync(import);

        await using var workspaces = new Workspaces(DataFolder.Open(_folder.Path), TimeProvider.System);
        var files = (await workspaces.GetAsync("kubernetes", _cancel)).Current.SourceReadings.Select(reading => reading.File);
        Assert.Equal(KubernetesFiles.Source.Files.Length, files.Distinct().Count());
    }

    /// <summary>Which process is killed.</summary>
    public enum Killed
    {
        /// <summary>The command, which writes by itself.</summary>
        Command,

        /// <summary>The command, while a server writes for it.</summary>
        CommandBesideServer,

        /// <summary>The server, while it writes for the command.</summary>
        Server,
    }

    private async Task MakeWorkspaceAsync()
    {
        await using var workspaces = new Workspaces(DataFolder.Open(_folder.Path), TimeProvider.System);
        var workspace = await workspaces.CreateAsync(new("acme", "Acme", IsEnforced: false, []), _cancel);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3_000).Select(n => MakeProbeAsync(workspace, n)));
        Assert.All(outcomes, outcome => outcome.OrThrow());
    }

    private Task<Outcome> MakeProbeAsync(Workspace workspace, int number)
    {
        var probe = new GraphCommand.CreateEntity(
            Id.Named($"probe {number}"),
            ["probe"],
            $"probe-{number}",
            Properties.Of(("title", Value.Of($"Probe {number} {new string('x', 200)}"))),
            Validity.Always
        );
        return workspace.ExecuteAsync(new([probe], new("Tester", Origin.Screen)), _cancel);
    }

    // Kills it as soon as it has begun, unless it is done by then.
    private Task KillOnceAsync(Func<bool> hasBegun, params string[] args) => KillOnceAsync(hasBegun, null, args);

    // The same, or the server that does it.
    private async Task KillOnceAsync(Func<bool> hasBegun, OrreryProcess? server, params string[] args)
    {
        await using var command = OrreryProcess.Start(_folder.Path, args);
        var end = command.EndAsync();
        while (!hasBegun() && !end.IsCompleted)
            await Task.Yield();
        (server ?? command).Kill();
        await end;
    }

    private string[] Apply => ["apply", "-f", _outside.File("model.yaml"), "-w", "acme"];

    private Task WriteModelAsync(int round) =>
        File.WriteAllTextAsync(
            _outside.File("model.yaml"),
            LargePack()
                .Replace("description: D,", $"description: D{round},", StringComparison.Ordinal)
                .Replace("1.0.0", $"1.0.{round}", StringComparison.Ordinal),
            _cancel
        );

    // What all kinds of the pack say; several texts where only some were changed.
    private async Task<string> DescribedAsync()
    {
        var asked = await OrreryProcess.RunAsync(
            _folder.Path,
            "query",
            "MATCH (k:kind) WHERE k.pack = 'large' RETURN DISTINCT k.description AS said",
            "--format",
            "csv",
            "-w",
            "acme"
        );
        Assert.True(asked.Exit == 0, asked.Error);
        return string.Join(' ', asked.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]);
    }

    private static string LargePack() =>
        string.Concat(
            Enumerable
                .Range(0, LargePackKinds)
                .Select(n =>
                    $"  k-{n}: {{ description: D, category: home, fields: {{ a: text, b: number, c: date, d: list }} }}\n"
                )
                .Prepend(
                    "pack: large\nversion: 1.0.0\ntitle: Large\ndescription: D\nrevisit: 2030-01-01\ncategories: { home: { title: Home, description: D } }\nkinds:\n"
                )
        );

    private long SizeOfData() =>
        new DirectoryInfo(_folder.Path)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Sum(file => file.Exists ? file.Length : 0);

    // Kinds, each with four fields.
    private async Task<int> PartsAsync()
    {
        await using var workspaces = new Workspaces(DataFolder.Open(_folder.Path), TimeProvider.System);
        var kinds = (await workspaces.GetAsync("acme", _cancel)).Current.Model.Kinds.Values;
        return kinds.Sum(kind => 1 + kind.Fields.Count);
    }

    private async Task<string> ExportAsync(string workspace)
    {
        await DoneAsync("export", _outside.File("export.jsonl"), "-w", workspace);
        return await File.ReadAllTextAsync(_outside.File("export.jsonl"), _cancel);
    }

    private async Task DoneAsync(params string[] args)
    {
        var answer = await OrreryProcess.RunAsync(_folder.Path, args);
        Assert.True(answer.Exit == 0, $"orrery {string.Join(' ', args)}: {answer.Error}");
    }
}
