using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Files in a folder: <c>attachments/ab/abcd…</c>, each named by its hash, there whole or not at all.</summary>
/// <param name="path">The folder; made when something is kept.</param>
public sealed class FolderAttachments(string path) : IAttachments
{
    private const int Shelf = 2;

    /// <inheritdoc/>
    public IEnumerable<ContentHash> All =>
        Directory.Exists(path)
            ?
            [
                .. Directory
                    .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Select(file => ContentHash.TryParse(Path.GetFileName(file), out var hash) ? hash : null)
                    .OfType<ContentHash>()
                    .OrderBy(hash => hash.Text, StringComparer.Ordinal),
            ]
            : [];

    /// <inheritdoc/>
    public ContentHash Keep(ReadOnlySpan<byte> content)
    {
        var hash = ContentHash.Of(content);
        var place = PlaceOf(hash);
        if (IsWhole(place, content.Length))
            return hash;
        // A name of its own: two may keep the same at once.
        var draft = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(place)!);
            using (var file = PrivateFiles.Create(draft))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            PrivateFiles.Replace(draft, place);
            PrivateFiles.FlushFolder(path);
            return hash;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Forget(draft);
            throw new FaultException(Fault.OfFile(e, place));
        }
    }

    /// <inheritdoc/>
    public byte[]? Find(ContentHash hash)
    {
        try
        {
            return File.Exists(PlaceOf(hash)) ? File.ReadAllBytes(PlaceOf(hash)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.OfFile(e, PlaceOf(hash)));
        }
    }

    private string PlaceOf(ContentHash hash) => Path.Combine(path, hash.Text[..Shelf], hash.Text);

    // One that was damaged meanwhile is written anew when the length tells; verify tells the rest.
    private static bool IsWhole(string place, int length) =>
        new FileInfo(place) is { Exists: true } file && file.Length == length;

    private static void Forget(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }
}
