using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Practice;

/// <summary>Unevenness that is the same every time: a number that looks like chance, from a text.</summary>
internal static class Chance
{
    /// <summary>At least 0.</summary>
    public static int Of(string text) =>
        (int)(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & int.MaxValue);

    /// <summary>Between -1 and 1, small sizes more often.</summary>
    public static double Wobble(string text)
    {
        var (a, b) = (Of(text + "/a") % 2001, Of(text + "/b") % 2001);
        return (a + b - 2000) / 2000.0;
    }
}
