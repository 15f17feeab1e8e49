namespace Orrery.Graph;

/// <summary>
/// Long passes over everything give way to those who serve callers. There are few processors, and a system lets whoever computes go on for milliseconds
/// before it looks who else wants to: callers, the writer and the flush would each wait for that ("commits" in bench/).
/// </summary>
internal static class GivingWay
{
    /// <summary>A pass looks up after so many rows: some ten microseconds.</summary>
    private const int Rows = 1 << 9;

    private const int NumbersAtOnce = 1 << 14;

    /// <summary>Called for each row of a pass.</summary>
    public static void At(int row)
    {
        if ((row & (Rows - 1)) == 0)
            Thread.Yield();
    }

    /// <summary>Zeros. Made by the runtime in one go, millions of them would hold up a collection, and with it everybody.</summary>
    public static int[] Zeros(int count)
    {
        var zeros = GC.AllocateUninitializedArray<int>(count);
        for (var at = 0; at < count; at += NumbersAtOnce)
        {
            zeros.AsSpan(at, Math.Min(NumbersAtOnce, count - at)).Clear();
            Thread.Yield();
        }

        return zeros;
    }
}
