using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Orrery.Graph;

/// <summary>Arrays that are filled from front to back as soon as they are there.</summary>
/// <remarks>
/// Memory that no process had yet is got from the system page by page, when it is first written: on a machine that is itself a guest that takes longer
/// than what is written (docs/performance.md). So large arrays ask for large pages, and a second thread fetches them from the back meanwhile.
/// </remarks>
internal static partial class FreshArray
{
    private const int LargeInBytes = 4 << 20;
    private const int LargePageInBytes = 2 << 20;
    private const int PageInBytes = 4 << 10;
    private const int AdviseLargePages = 14;

    /// <summary>An array of what happens to be in memory, filled by the caller's function.</summary>
    /// <param name="length">Items.</param>
    /// <param name="fill">Writes all of it.</param>
    public static T[] Filled<T>(int length, Action<T[]> fill)
        where T : struct
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        if ((long)length * Unsafe.SizeOf<T>() < LargeInBytes)
        {
            fill(array);
            return array;
        }

        AskForLargePages(MemoryMarshal.AsBytes(array.AsSpan()));
        var fetching = Task.Run(() => FetchFromBack(MemoryMarshal.Cast<T, int>(array.AsSpan())));
        fill(array);
        fetching.GetAwaiter().GetResult();
        return array;
    }

    // Nothing is changed by it, whoever writes there at the same time.
    private static void FetchFromBack(Span<int> words)
    {
        for (var at = words.Length - 1; at >= 0; at -= PageInBytes / sizeof(int))
            Interlocked.Or(ref words[at], 0);
    }

    private static unsafe void AskForLargePages(Span<byte> bytes)
    {
        if (!OperatingSystem.IsLinux())
            return;
        fixed (byte* start = bytes)
        {
            var from = ((nuint)start + LargePageInBytes - 1) & ~(nuint)(LargePageInBytes - 1);
            var to = ((nuint)start + (nuint)bytes.Length) & ~(nuint)(LargePageInBytes - 1);
            // A hint: where it is refused, pages are small.
            if (to > from)
                _ = Advise(from, to - from, AdviseLargePages);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nuint start, nuint length, int advice);
}
