using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>Proves the files of a workspace: each is what its name says, and none that is spoken of is missing.</summary>
internal static class AttachmentProving
{
    public static AttachmentProof Run(WorkspaceFolder folder, IReadOnlySet<ContentHash> spokenOf, CancellationToken cancel)
    {
        var kept = new FolderAttachments(folder.Attachments);
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var there = new HashSet<ContentHash>();
        foreach (var hash in kept.All)
        {
            cancel.ThrowIfCancellationRequested();
            there.Add(hash);
            if (kept.Find(hash) is not { } content || ContentHash.Of(content) != hash)
                faults.Add(EngineFaults.AttachmentDamaged(folder.Attachments, hash));
        }

        faults.AddRange(
            spokenOf
                .Except(there)
                .OrderBy(hash => hash.Text, StringComparer.Ordinal)
                .Select(hash => EngineFaults.AttachmentMissing(folder.Attachments, hash))
        );
        return new(there.Count, faults.DrainToImmutable());
    }
}
