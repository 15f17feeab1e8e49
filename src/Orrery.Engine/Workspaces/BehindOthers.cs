using System.Runtime.InteropServices;

namespace Orrery.Engine;

/// <summary>Work that takes seconds and hurries nobody (laying out, writing a snapshot file): on a thread of its own, which steps behind those who serve callers.</summary>
internal static partial class BehindOthers
{
    // Of Linux's 19 steps: while there is too little for all, about a tenth of what others get.
    private const int Steps = 10;

    /// <summary>Begins it.</summary>
    public static Task<T> Run<T>(Func<T> work) =>
        Task.Factory.StartNew(
            () =>
            {
                StepBehind();
                return work();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    // The thread ends with the work, and those it begins are behind as it is. .NET's own priorities mean nothing on Linux.
    private static void StepBehind()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(which: 0, who: 0, Steps);
        else
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
    }

    // With nobody named it is of the thread that calls.
    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, uint who, int steps);
}
