using Orrery.Engine;
using Orrery.Graph;
using Orrery.Import;

namespace Orrery.Cli;

/// <summary>One import, told as it goes, with what was lost at its end.</summary>
internal sealed class ImportRun(Call call, SourceFolder folder)
{
    private readonly List<LossReport> _losses = [];
    private readonly List<(string File, Fault Fault)> _refused = [];
    private readonly Dictionary<string, Statement> _newest = new(StringComparer.Ordinal);
    private int _taken;
    private int _changed;
    private long _events;
    private long _kept;

    /// <summary>Takes the files over, or only tries to.</summary>
    public Task IntoAsync(Workspace workspace)
    {
        if (call.Get<bool>(ImportOptions.DryRun))
            return TryAsync(Rehearsal.Of(workspace));
        return RunAsync(
            (statement, cancel) => workspace.ReconcileAsync(statement, CauseOf(statement), cancel),
            () => workspace.Current
        );
    }

    public Task TryAsync(Rehearsal rehearsal) =>
        RunAsync((statement, _) => Task.FromResult(rehearsal.Reconcile(statement, CauseOf(statement))), () => rehearsal.Current);

    private Cause CauseOf(Statement statement) => new(call.Person, Origin.Import, $"Read {statement.File}", statement.Source);

    private async Task RunAsync(TakeStatement take, Func<GraphSnapshot> current)
    {
        var files = ImportOrder.Of(folder, call.Get<bool>(ImportOptions.History), call.Get<string>(ImportOptions.Order)!);
        using var progress = new Progress(call.Terminal, "Reading", files.Length);
        try
        {
            await foreach (var file in FolderImport.RunAsync(take, folder, files, call.Now, call.Cancel))
            {
                Count(file);
                progress.Show(_taken + _refused.Count, file.File.Path);
            }
        }
        catch (OperationCanceledException)
        {
            progress.Dispose();
            throw new FaultException(CliFaults.ImportStopped(_taken, files.Length));
        }

        progress.Dispose();
        await SummariseAsync(current(), progress.Took);
    }

    private void Count(ImportedFile file)
    {
        _losses.Add(file.Losses);
        if (file.Outcome is Outcome.Refused refused)
        {
            _refused.Add((file.File.Path, refused.Fault));
            return;
        }

        var done = (Outcome.Done)file.Outcome;
        _taken++;
        _events += done.Events;
        _changed += done.Events > 1 ? 1 : 0;
        _kept += file.Reconciliation!.KeptEdits.Length;
        if (!_newest.TryGetValue(file.File.Source, out var other) || other.From <= file.Statement!.From)
            _newest[file.File.Source] = file.Statement!;
    }

    private async Task SummariseAsync(GraphSnapshot snapshot, string took)
    {
        var (would, read) = call.Get<bool>(ImportOptions.DryRun) ? ("would change", "Tried") : ("changed", "Read");
        await call.SayAsync(
            $"{read} {Words.Count(_taken, "file")} in {took}: {_changed:N0} {would} something, {Words.Count(_events, "event")} in all."
        );
        if (_kept > 0)
            await call.SayAsync($"{Words.Count(_kept, "fact")} stay as people set them here, though the source says otherwise.");
        var losses = LossReport.Of([.. _losses, Unresolved(snapshot)]);
        foreach (var (kind, count) in losses.Counts)
            await call.SayAsync($"  {count, 9:N0}  {LossWords.Of(kind)}");
        await ReportAsync(losses);
        if (_refused is not [])
            throw new FaultException(CliFaults.ImportIncomplete(_refused));
    }

    // Judged at the end, when everything that could be stated was: so it does not depend on the order of the files.
    private LossReport Unresolved(GraphSnapshot snapshot) =>
        LossReport.Of(
            _newest.Values.SelectMany(statement =>
                GraphRules
                    .Reconcile(snapshot, statement)
                    .Unresolved.Select(relation => new Loss(
                        LossKind.Unresolved,
                        statement.File,
                        0,
                        relation.From,
                        relation.Type,
                        relation.To,
                        "nobody states it"
                    ))
            )
        );

    private async Task ReportAsync(LossReport losses)
    {
        if (call.Get<string?>(ImportOptions.Report) is not { } report)
        {
            if (!losses.Losses.IsEmpty)
                await call.SayAsync("Each of them, with file and line: add --report FILE.");
            return;
        }

        await File.WriteAllTextAsync(call.PathOf(report), losses.ToText(), call.Cancel);
        await call.SayAsync($"Wrote {call.PathOf(report)}");
    }
}
