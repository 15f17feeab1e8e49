using System.Collections.Frozen;

namespace Orrery.ConformanceTests;

/// <summary>The scenarios that are known to fail, each with its reason: <c>cases/conformance/expected-failures.txt</c>.</summary>
internal static class ExpectedFailures
{
    private const string Arrow = " => ";

    /// <summary>Reasons by scenario id.</summary>
    public static FrozenDictionary<string, string> Reasons { get; } =
        File.ReadLines(Path.Combine(CompatibilityKit.Repository, "cases", "conformance", "expected-failures.txt"))
            .Where(line => line.Trim() is not ("" or ['#', ..]))
            .Select(line => line.Split(Arrow, 2))
            .ToFrozenDictionary(parts => parts[0].Trim(), parts => parts[1].Trim(), StringComparer.Ordinal);
}
