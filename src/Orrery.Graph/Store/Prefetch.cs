using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Orrery.Graph;

/// <summary>Asks the processor to fetch memory that will be read soon. A hint: where it is not to be had, nothing happens (bench/, "hops").</summary>
internal static class Prefetch
{
    /// <summary>How many steps ahead a walk looks: enough to hide a fetch from memory, few enough to stay in the nearest cache.</summary>
    public const int Ahead = 8;

    /// <summary>How many rows a long pass asks for together: a hint whose address must be translated holds up all that comes after it, but not the next hints.</summary>
    public const int AtOnce = 128;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Of<T>(ref T place)
    {
        // The collector may move the array in between; then the hint is wasted, and nothing else.
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref place));
    }
}
