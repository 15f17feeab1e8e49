using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The files of a thing or a relation: put there, taken out, taken away.</summary>
internal static class FilePages
{
    /// <summary>What a form calls its files.</summary>
    public const string Input = "file";

    private const int MostAtOnce = 20;

    public static IResult Show(Subject subject) => PageOf(subject, null);

    public static async Task<IResult> Attach(Subject subject)
    {
        var visit = subject.Visit;
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var files = form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0).ToArray();
        if (Refusal(visit, files) is { } refusal)
            return PageOf(subject, refusal);
        var wishes = new List<AttachmentWish>();
        foreach (var file in files)
            wishes.Add(new(file.FileName, await ReadAsync(file, visit.Cancel)));
        try
        {
            return await Attaching.AttachAsync(
                visit.Workspace,
                subject.Id,
                wishes,
                visit.NewId,
                visit.Cause(null),
                visit.Cancel
            ) switch
            {
                Outcome.Done done => Answers.SeeOther(subject.Act("files"), done.At),
                Outcome.Refused { Fault: var fault } => PageOf(subject, fault),
                _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
            };
        }
        catch (FaultException disk)
        {
            return PageOf(subject, disk.Fault);
        }
    }

    /// <summary>The bytes, always as something to save: nothing that was attached is ever shown or run as a page of ours.</summary>
    public static IResult Open(Subject subject, string file)
    {
        var found = Find(subject, file);
        var content = Attaching.Read(subject.Visit.Workspace, found) ?? throw new FaultException(FileFaults.FileGone(found.Name));
        var headers = subject.Visit.Http.Response.Headers;
        headers.CacheControl = "private, no-store";
        return TypedResults.File(content, "application/octet-stream", found.Name);
    }

    public static async Task<IResult> Remove(Subject subject, string file)
    {
        var visit = subject.Visit;
        GraphCommand retire = new GraphCommand.Retire(Find(subject, file).Id, Validity.Since(visit.Reading.Now));
        var outcome = await visit.Workspace.ExecuteAsync(new([retire], visit.Cause(null)), visit.Cancel);
        return Answers.SeeOther(subject.Act("files"), outcome.OrThrow());
    }

    private static Attachment Find(Subject subject, string file) =>
        Attachments.About(subject.Visit.Reading, subject.Id).FirstOrDefault(one => one.Id.ToString() == file)
        ?? throw new FaultException(Fault.NotFound(file));

    private static Fault? Refusal(Visit visit, IFormFile[] files)
    {
        var most = visit.Http.RequestServices.GetRequiredService<ServerOptions>().LargestFileInBytes;
        return files.Length == 0 ? FileFaults.NoFile()
            : files.Length > MostAtOnce ? FileFaults.TooManyFiles(files.Length, MostAtOnce)
            : files.FirstOrDefault(file => file.Length > most) is { } large
                ? FileFaults.FileTooLarge(large.FileName, SizeWords.Of(large.Length), SizeWords.Of(most))
            : null;
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var content = new byte[file.Length];
        await using var from = file.OpenReadStream();
        await from.ReadExactlyAsync(content, cancel);
        return content;
    }

    private static DrawnPage PageOf(Subject subject, Fault? problem) =>
        Page.Of<FilePage>(
            new FileView(subject, Attachments.About(subject.Visit.Reading, subject.Id), problem),
            problem is null ? StatusCodes.Status200OK : FaultPages.StatusOf(problem)
        );
}

/// <summary>What the page of files shows.</summary>
/// <param name="Subject">Whose they are.</param>
/// <param name="Files">The oldest first.</param>
/// <param name="Problem">Why nothing was attached, or null.</param>
public sealed record FileView(Subject Subject, ImmutableArray<Attachment> Files, Fault? Problem);
