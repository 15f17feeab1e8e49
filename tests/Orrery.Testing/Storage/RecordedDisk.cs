using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Orrery.Testing;

/// <summary>
/// A layer below SQLite that notes every write and flush to the files of one folder, so that a test can build what a disk might hold after
/// the power failed at any moment: everything flushed, and any part of what was not.
/// </summary>
/// <remarks>One at a time in a process. Files elsewhere pass through untouched.</remarks>
public sealed unsafe partial class RecordedDisk : IDisposable
{
    private const int OpenAt = 5;
    private const int CloseAt = 1;
    private const int WriteAt = 3;
    private const int TruncateAt = 4;
    private const int SyncAt = 5;
    private const int MostMethods = 19;

    private static readonly ConcurrentDictionary<nint, (string Path, nint Methods)> Files = new();

    // Files that other tests opened meanwhile stay open, and open more, after this disk is no longer watched.
    private static readonly nint Real = FindVfs(null);
    private static RecordedDisk? s_current;

    private readonly nint _ours;
    private readonly string _folder;
    private readonly Lock _gate = new();
    private readonly List<DiskWrite> _writes = [];

    private RecordedDisk(string folder)
    {
        _folder = folder;
        // sqlite3_vfs: three ints, then pointers; xOpen is the first function after next, name and data.
        _ours = Marshal.AllocHGlobal(256);
        NativeMemory.Copy((void*)Real, (void*)_ours, 168);
        ((nint*)_ours)[3] = Marshal.StringToCoTaskMemUTF8("recorded");
        ((nint*)_ours)[OpenAt] = (nint)(delegate* unmanaged[Cdecl]<nint, nint, nint, int, int*, int>)&OnOpen;
        s_current = this;
        _ = RegisterVfs(_ours, makeDefault: 1);
    }

    /// <summary>Writes and flushes so far.</summary>
    public int Now
    {
        get
        {
            lock (_gate)
                return _writes.Count;
        }
    }

    /// <summary>From now on, notes what SQLite does to the files of that folder.</summary>
    public static RecordedDisk Watch(string folder) => new(folder);

    /// <summary>Forgets what was noted, because it is durable.</summary>
    public void Forget()
    {
        lock (_gate)
            _writes.Clear();
    }

    /// <summary>What a file might hold after a power failure at that moment.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">What it held when watching began.</param>
    /// <param name="moment">A count of writes, as <see cref="Now"/> gave it.</param>
    /// <param name="chance">Chooses which unflushed writes reached the disk, and how much of them.</param>
    public byte[] AfterPowerFailure(string path, byte[] start, int moment, Random chance)
    {
        DiskWrite[] writes;
        lock (_gate)
            writes = [.. _writes.Take(moment).Where(write => write.Path == path)];
        var flushed = Array.FindLastIndex(writes, write => write.Kind == DiskWriteKind.Flush);
        using var image = new MemoryStream();
        image.Write(start);
        for (var i = 0; i < writes.Length; i++)
        {
            if (i < flushed)
                writes[i].Apply(image, writes[i].Bytes.Length);
            else if (chance.Next(2) == 0)
                writes[i]
                    .Apply(
                        image,
                        chance.Next(3) > 0 ? writes[i].Bytes.Length : chance.Next(0, (writes[i].Bytes.Length / 512) + 1) * 512
                    );
        }

        return image.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = RegisterVfs(Real, makeDefault: 1);
        _ = UnregisterVfs(_ours);
        s_current = null;
    }

    private void Note(DiskWrite write)
    {
        lock (_gate)
            _writes.Add(write);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnOpen(nint vfs, nint name, nint file, int flags, int* flagsOut)
    {
        var result = ((delegate* unmanaged[Cdecl]<nint, nint, nint, int, int*, int>)((nint*)Real)[OpenAt])(
            Real,
            name,
            file,
            flags,
            flagsOut
        );
        var path = Marshal.PtrToStringUTF8(name);
        if (result != 0 || s_current is not { } disk || path?.StartsWith(disk._folder, StringComparison.Ordinal) != true)
            return result;
        var methods = *(nint*)file;
        var ours = (nint*)NativeMemory.Alloc(MostMethods, (nuint)sizeof(nint));
        NativeMemory.Copy((void*)methods, ours, (nuint)(MostMethods * sizeof(nint)));
        ours[CloseAt] = (nint)(delegate* unmanaged[Cdecl]<nint, int>)&OnClose;
        ours[WriteAt] = (nint)(delegate* unmanaged[Cdecl]<nint, nint, int, long, int>)&OnWrite;
        ours[TruncateAt] = (nint)(delegate* unmanaged[Cdecl]<nint, long, int>)&OnTruncate;
        ours[SyncAt] = (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&OnSync;
        Files[file] = (path, methods);
        *(nint*)file = (nint)ours;
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnClose(nint file)
    {
        Files.TryRemove(file, out var real);
        NativeMemory.Free((void*)*(nint*)file);
        *(nint*)file = real.Methods;
        return ((delegate* unmanaged[Cdecl]<nint, int>)((nint*)real.Methods)[CloseAt])(file);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnWrite(nint file, nint bytes, int count, long at)
    {
        var real = Files[file];
        s_current?.Note(new(DiskWriteKind.Write, real.Path, at, new ReadOnlySpan<byte>((void*)bytes, count).ToArray()));
        return ((delegate* unmanaged[Cdecl]<nint, nint, int, long, int>)((nint*)real.Methods)[WriteAt])(file, bytes, count, at);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnTruncate(nint file, long length)
    {
        var real = Files[file];
        s_current?.Note(new(DiskWriteKind.Truncate, real.Path, length, []));
        return ((delegate* unmanaged[Cdecl]<nint, long, int>)((nint*)real.Methods)[TruncateAt])(file, length);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSync(nint file, int flags)
    {
        var real = Files[file];
        var result = ((delegate* unmanaged[Cdecl]<nint, int, int>)((nint*)real.Methods)[SyncAt])(file, flags);
        s_current?.Note(new(DiskWriteKind.Flush, real.Path, 0, []));
        return result;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint FindVfs(string? name);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RegisterVfs(nint vfs, int makeDefault);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_unregister")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int UnregisterVfs(nint vfs);

    private enum DiskWriteKind
    {
        Write,
        Truncate,
        Flush,
    }

    private sealed record DiskWrite(DiskWriteKind Kind, string Path, long At, byte[] Bytes)
    {
        public void Apply(MemoryStream image, int count)
        {
            if (Kind == DiskWriteKind.Truncate)
                image.SetLength(At);
            if (Kind != DiskWriteKind.Write)
                return;
            image.Position = At;
            image.Write(Bytes.AsSpan(0, Math.Min(count, Bytes.Length)));
        }
    }
}
