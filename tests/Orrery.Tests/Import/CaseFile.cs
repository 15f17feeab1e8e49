using Orrery.Tests.House;

namespace Orrery.Tests.Import;

/// <summary>Golden cases: one <c>input => output</c> a line, headings and comments after #. White space at the ends of an input is written between quotes.</summary>
internal static class CaseFile
{
    public static IEnumerable<(string Input, string Output)> Read(string path) =>
        File.ReadLines(Path.Combine(Checkout.Root, "cases", path))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line =>
                line.Split(" => ", 2) is [var input, var output]
                    ? (Unquoted(input), output)
                    : throw new FormatException($"{path}: '{line}'")
            );

    private static string Unquoted(string input) => input is ['"', .., '"'] && input.Length > 1 ? input[1..^1] : input;
}
