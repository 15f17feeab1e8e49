using Orrery.Engine;
using Orrery.IntegrationTests.Import;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.IntegrationTests.Cli;

/// <summary>An import that is stopped on its way.</summary>
public sealed class ImportStopTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stopped_import_has_whole_files_only_and_goes_on_when_run_again()
    {
        KubernetesFiles.SkipWithoutData();
        string[] import = ["import", "kubernetes", KubernetesFiles.Folder!, "--history"];
        await using var first = OrreryProcess.Start(_folder.Path, import);
        Assert.StartsWith("Reading", await first.FirstWord, StringComparison.Ordinal);

        first.Interrupt();
        var stopped = await first.EndAsync();
        var verified = await OrreryProcess.RunAsync(_folder.Path, "verify");
        var finished = await OrreryProcess.RunAsync(_folder.Path, import);

        Assert.Equal(1, stopped.Exit);
        Assert.Contains("[import.stopped]", stopped.Error);
        Assert.Equal((0, ""), (verified.Exit, verified.Error));
        Assert.Equal(0, finished.Exit);
        Assert.Equal(KubernetesFiles.Source.Files.Length, await FilesReadAsync());
    }

    private async Task<int> FilesReadAsync()
    {
        await using var workspaces = new Workspaces(DataFolder.Open(_folder.Path), TimeProvider.System);
        var workspace = await workspaces.GetAsync("kubernetes", TestContext.Current.CancellationToken);
        return workspace.Current.SourceReadings.Select(reading => reading.File).Distinct().Count();
    }
}
