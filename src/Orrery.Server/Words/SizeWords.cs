using System.Globalization;

namespace Orrery.Server;

/// <summary>How large a file is, as people say it.</summary>
public static class SizeWords
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB"];

    public static string Of(long sizeInBytes)
    {
        var (size, unit) = ((double)sizeInBytes, 0);
        for (; size >= 999.5 && unit < Units.Length - 1; unit++)
            size /= 1_000;
        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#}\u00A0{Units[unit]}");
    }
}
