using System.Runtime.CompilerServices;
using NodaTime;
using Orrery.Graph;
using Orrery.Import;

namespace Orrery.Engine;

/// <summary>Takes over what the files of a source state, one change set a file.</summary>
public static class FolderImport
{
    /// <summary>Reads and takes over these files, in the order given; any order gives the same history.</summary>
    /// <param name="into">A workspace, or the rehearsal of one.</param>
    /// <param name="folder">Where they are and how they are read.</param>
    /// <param name="files">Of <paramref name="folder"/>.</param>
    /// <param name="now">From when a file holds that gives no date.</param>
    /// <param name="cancel">Ends between two files: each is there whole or not at all.</param>
    public static async IAsyncEnumerable<ImportedFile> RunAsync(
        TakeStatement into,
        SourceFolder folder,
        IEnumerable<SourceFile> files,
        Instant now,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var ordered = files.ToArray();
        var translated = folder.TranslateAhead(ordered, now, Environment.ProcessorCount);
        foreach (var (file, translation) in ordered.Zip(translated))
        {
            cancel.ThrowIfCancellationRequested();
            yield return translation switch
            {
                Translation.Refused refused => new(file, new Outcome.Refused(refused.Fault), null, null, LossReport.Empty),
                Translation.Stated stated => await TakeAsync(into, file, stated, cancel),
                _ => throw new System.Diagnostics.UnreachableException("A file states something or is refused."),
            };
        }
    }

    private static async Task<ImportedFile> TakeAsync(
        TakeStatement into,
        SourceFile file,
        Translation.Stated stated,
        CancellationToken cancel
    )
    {
        var (outcome, reconciliation) = await into(stated.Statement, cancel);
        var losses = LossReport.Of([stated.Losses, BrokenRules.Of(stated.Statement, reconciliation.Rejected)]);
        return new(file, outcome, stated.Statement, reconciliation, losses);
    }
}

/// <summary>Takes over a statement, for good or for trial.</summary>
public delegate Task<(Outcome Outcome, Reconciliation Reconciliation)> TakeStatement(
    Statement statement,
    CancellationToken cancel
);

/// <summary>What became of a file.</summary>
/// <param name="File">Which.</param>
/// <param name="Outcome">Done with so many events, or refused with nothing taken over.</param>
/// <param name="Statement">What it states; null when it cannot be read.</param>
/// <param name="Reconciliation">What that changed; null when it cannot be read.</param>
/// <param name="Losses">What it says that does not carry over as it stands.</param>
public sealed record ImportedFile(
    SourceFile File,
    Outcome Outcome,
    Statement? Statement,
    Reconciliation? Reconciliation,
    LossReport Losses
);
