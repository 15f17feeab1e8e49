namespace Orrery.ConformanceTests;

/// <summary>What the language does beside the kit's scenarios, written down as the kit writes: cases/conformance/own. It needs no kit.</summary>
public sealed class OwnScenarioTests
{
    private static readonly string Folder = Path.Combine(CompatibilityKit.Repository, "cases", "conformance", "own");

    public static TheoryData<string> Features =>
        [.. Directory.EnumerateFiles(Folder, "*.feature").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)!)];

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateFiles(Folder, "*.cases").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Features))]
    public Task A_feature_goes_as_it_says(string feature) => GoAsync(FeatureReader.Read(feature, Text(feature)));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Cases_go_as_they_say(string file) => GoAsync(CasesReader.Read(file, Text(file)));

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static async Task GoAsync(IEnumerable<Scenario> scenarios)
    {
        List<string> wrong = [];
        foreach (var scenario in scenarios)
        {
            var outcome = await KitRun.RunAsync(scenario, TestContext.Current.CancellationToken);
            if (!outcome.HasPassed)
                wrong.Add($"{scenario.Id}: {outcome.Failure}\n{outcome.Detail}");
        }

        Assert.True(wrong is [], string.Join("\n\n", wrong));
    }
}
