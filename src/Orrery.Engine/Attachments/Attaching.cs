using Orrery.Graph;
using Orrery.Practice;
using Orrery.Storage;

namespace Orrery.Engine;

/// <summary>Puts files to things, and takes them out again.</summary>
public static class Attaching
{
    private const int LongestName = 200;

    /// <summary>Keeps files and records in one change set that they belong to a thing or a relation.</summary>
    /// <param name="workspace">Where.</param>
    /// <param name="about">What they belong to; it exists at some time.</param>
    /// <param name="files">At least one.</param>
    /// <param name="newId">Makes ids.</param>
    /// <param name="cause">Who asks.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="FaultException"><c>disk.full</c> and its like; then nothing is recorded.</exception>
    /// <remarks>The bytes are durable before they are spoken of; where the record is then refused they stay, unused.</remarks>
    public static Task<Outcome> AttachAsync(
        Workspace workspace,
        Id about,
        IReadOnlyList<AttachmentWish> files,
        Func<Id> newId,
        Cause cause,
        CancellationToken cancel
    )
    {
        var now = workspace.Now;
        var isSealed = AreSealed(workspace, about);
        GraphCommand[] commands =
        [
            .. files.Select(file =>
                Attachments.Attach(
                    newId(),
                    about,
                    NameOf(file.Name),
                    workspace.Files.Keep(isSealed ? Seal(workspace, about, file.Content) : file.Content).Text,
                    file.Content.Length,
                    isSealed,
                    now
                )
            ),
        ];
        return workspace.ExecuteAsync(new(commands, cause), cancel);
    }

    /// <summary>The bytes of a file; null when they are lost, damaged, or erased with the key they were closed under.</summary>
    /// <exception cref="FaultException">The disk fails.</exception>
    public static byte[]? Read(Workspace workspace, Attachment file)
    {
        if (
            !ContentHash.TryParse(file.Hash, out var hash)
            || workspace.Files.Find(hash) is not { } kept
            || ContentHash.Of(kept) != hash
        )
            return null;
        return file.IsSealed
            ? workspace.Keys.Open(new(file.About, [.. kept], null)).Clear?.AsText is { } clear
                ? Convert.FromBase64String(clear)
                : null
            : kept;
    }

    private static bool AreSealed(Workspace workspace, Id about) =>
        workspace.Current.Read(workspace.Now, workspace.Now, Mask.Nothing).FindAnyTime(about) is { } entity
        && Attachments.AreSealed(workspace.Current.Model, entity.Kind);

    private static byte[] Seal(Workspace workspace, Id about, byte[] content) =>
        [.. workspace.Keys.Seal(about, Value.Of(Convert.ToBase64String(content))).Cipher];

    // Only the name: browsers of old send the path it had.
    private static string NameOf(string said)
    {
        var name = new string([.. said.Split('/', '\\')[^1].Where(letter => !char.IsControl(letter))]).Trim();
        return name.Length == 0 ? "file"
            : name.Length <= LongestName ? name
            : name[..LongestName];
    }
}
