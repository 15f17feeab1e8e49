using Orrery.Engine;
using Orrery.Graph;
using Orrery.Import;

namespace Orrery.Cli;

/// <summary>One import, told as it goes, with what was lost at its end.</summary>
internal sealed class ImportRun(Call call, SourceFolder folder)
{
    private readonly List<LossReport> _losses = [];
    private readonly List<(string File, Fault Fault)> _refused = [];
    private readonly List<Statement> _taken = [];
    private readonly Strictness _strictness = call.Get<bool>(ImportOptions.Strict)
        ? Strictness.AllOrNothing
        : Strictness.WhatFits;
    private int _changed;
    private long _events;
    private long _kept;

    /// <summary>Takes the files over, or only tries to.</summary>
    public Task IntoAsync(Workspace workspace)
    {
        if (call.Get<bool>(ImportOptions.DryRun))
            return TryAsync(Rehearsal.Of(workspace));
        return RunAsync(
            (statement, cancel) => workspace.ReconcileAsync(statement, CauseOf(statement), _strictness, cancel),
            () => workspace.Current
        );
    }

    public Task TryAsync(Rehearsal rehearsal) =>
        RunAsync(
            (statement, _) => Task.FromResult(rehearsal.Reconcile(statement, CauseOf(statement), _strictness)),
            () => rehearsal.Current
        );

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
                progress.Show(_taken.Count + _refused.Count, file.File.Path);
            }
        }
        catch (OperationCanceledException)
        {
            progress.Dispose();
            throw new FaultException(CliFaults.ImportStopped(_taken.Count, files.Length));
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
        _taken.Add(LooseEnds.Candidates(file.Statement!));
        _events += done.Events;
        _changed += done.Events > 1 ? 1 : 0;
        _kept += file.Reconciliation!.KeptEdits.Length;
    }

    private async Task SummariseAsync(GraphSnapshot snapshot, string took)
    {
        var (would, read) = call.Get<bool>(ImportOptions.DryRun) ? ("would change", "Tried") : ("changed", "Read");
        await call.SayAsync(
            $"{read} {Words.Count(_taken.Count, "file")} in {took}: {_changed:N0} {would} something, {Words.Count(_events, "event")} in all."
        );
        if (_kept > 0)
            await call.SayAsync($"{Words.Count(_kept, "fact")} stay as people set them here, though the source says otherwise.");
        var losses = LossReport.Of([.. _losses, Loose(snapshot)]);
        foreach (var (kind, count) in losses.Counts)
            await call.SayAsync($"  {count, 9:N0}  {LossWords.Of(kind)}");
        await ReportAsync(losses);
        if (_refused is not [])
            throw new FaultException(CliFaults.ImportIncomplete(_refused, _taken.Count));
    }

    // Judged at the end, when everything that could be stated was: so it does not depend on the order of the files.
    private LossReport Loose(GraphSnapshot snapshot) =>
        LossReport.Of(_taken.Select(statement => LooseEnds.Of(statement.File, GraphRules.LooseEnds(snapshot, statement))));

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
