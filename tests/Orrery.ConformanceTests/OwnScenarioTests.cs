namespace Orrery.ConformanceTests;

/// <summary>What the language does beside the kit's scenarios, written down as the kit writes: cases/conformance/own. It needs no kit.</summary>
public sealed class OwnScenarioTests
{
    private static readonly string Folder = Path.Combine(CompatibilityKit.Repository, "cases", "conformance", "own");

    public static TheoryData<string> Features =>
        [.. Directory.EnumerateFiles(Folder, "*.feature").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Features))]
    public async Task A_feature_goes_as_it_says(string feature)
    {
        List<string> wrong = [];
        foreach (var scenario in FeatureReader.Read(feature, File.ReadAllText(Path.Combine(Folder, feature))))
        {
            var outcome = await KitRun.RunAsync(scenario, TestContext.Current.CancellationToken);
            if (!outcome.HasPassed)
                wrong.Add($"{scenario.Id}: {outcome.Failure}\n{outcome.Detail}");
        }

        Assert.True(wrong is [], string.Join("\n\n", wrong));
    }
}
