namespace Orrery.Cli;

/// <summary>Small turns of phrase.</summary>
internal static class Words
{
    /// <summary>"1 file", "2,000 files".</summary>
    public static string Count(long count, string one) => count == 1 ? $"1 {one}" : $"{count:N0} {one}s";
}
