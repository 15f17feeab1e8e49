using System.Text.Json;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>Who has a data folder open.</summary>
/// <param name="Pid">The process.</param>
/// <param name="Endpoint">Where it can be asked to do something, a loopback address; null for a command that will soon be done.</param>
/// <param name="Token">What to show there. Readable by the folder's owner only.</param>
public sealed record FolderOwner(int Pid, Uri? Endpoint, string? Token)
{
    /// <summary>Who and where, without the token.</summary>
    public override string ToString() => Endpoint is null ? $"process {Pid}" : $"process {Pid}, which serves {Endpoint}";
}

/// <summary>The right to write a data folder: one process at a time. The system gives it up when the process ends, however it ends.</summary>
/// <remarks>
/// Two files: <c>lock</c>, held, and <c>owner.json</c>, what the holder says of itself. What a crashed owner left in the second means nothing
/// while nobody holds the first.
/// </remarks>
public sealed class FolderLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(25);

    private readonly FileStream _held;
    private readonly string _owner;

    private FolderLock(FileStream held, string owner) => (_held, _owner) = (held, owner);

    /// <summary>Takes the folder.</summary>
    /// <exception cref="FaultException"><c>folder.owned</c>: another process has it, and which.</exception>
    public static FolderLock Take(DataFolder folder, FolderOwner owner)
    {
        var file = folder.At("owner.json");
        // Somebody who only looks whether there is an owner holds the lock for a moment: try again before refusing.
        for (var attempts = 20; ; attempts--)
        {
            if (TryHold(folder) is { } held)
            {
                WriteSaid(file, owner);
                return new(held, file);
            }

            if (attempts == 0)
                throw new FaultException(Fault.FolderOwned(folder.Path, ReadSaid(file)));
            Thread.Sleep(Patience);
        }
    }

    /// <summary>Who has the folder now; null when nobody does.</summary>
    public static FolderOwner? FindOwner(DataFolder folder)
    {
        using var held = TryHold(folder);
        return held is null ? ReadSaid(folder.At("owner.json")) ?? new FolderOwner(0, null, null) : null;
    }

    /// <summary>Says something new of the owner, e.g. its endpoint once it is known.</summary>
    public void Say(FolderOwner owner) => WriteSaid(_owner, owner);

    /// <summary>Gives the folder up.</summary>
    public void Dispose()
    {
        File.Delete(_owner);
        _held.Dispose();
    }

    private static FileStream? TryHold(DataFolder folder)
    {
        try
        {
            return new FileStream(folder.At("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw new FaultException(Fault.FolderReadOnly(folder.Path));
        }
        catch (IOException e)
        {
            if (e.HResult is 28 or 30)
                throw new FaultException(Fault.OfFile(e, folder.At("lock")));
            return null;
        }
    }

    private static void WriteSaid(string file, FolderOwner owner)
    {
        try
        {
            PrivateFiles.WriteWhole(file, JsonSerializer.SerializeToUtf8Bytes(owner, FolderJson.Default.FolderOwner));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(Fault.OfFile(e, file));
        }
    }

    private static FolderOwner? ReadSaid(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), FolderJson.Default.FolderOwner);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }
}
