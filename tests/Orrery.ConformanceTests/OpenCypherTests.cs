namespace Orrery.ConformanceTests;

/// <summary>openCypher's compatibility kit, every scenario through a workspace, <c>Decide</c> and the journal.</summary>
/// <remarks><c>ORRERY_TCK_ONLY=Match1</c> runs the scenarios whose id holds that; the summary is in artifacts/conformance.txt.</remarks>
public sealed class OpenCypherTests
{
    private const decimal Wanted = 0.98m;

    /// <summary>The scenarios' ids; without the kit one row, which is skipped and says why.</summary>
    public static IEnumerable<TheoryDataRow<string>> Ids =>
        CompatibilityKit
            .Scenarios.Select(scenario => scenario.Id)
            .DefaultIfEmpty("the kit is absent")
            .Select(id => new TheoryDataRow<string>(id) { TestDisplayName = id });

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_scenario_goes_as_it_says(string id)
    {
        Assert.SkipWhen(CompatibilityKit.Folder is null, CompatibilityKit.Absent);

        var outcome = (await KitRun.Outcomes)[id];

        var reason = ExpectedFailures.Reasons.GetValueOrDefault(id);
        if (outcome.HasPassed && reason is not null)
            Assert.Fail(
                $"It passes, but is listed as a failure ({reason}): take it off cases/conformance/expected-failures.txt."
            );
        if (!outcome.HasPassed && reason is null)
            Assert.Fail($"{outcome.Failure}\n\n{outcome.Detail}");
    }

    [Fact]
    public async Task Nearly_all_of_the_kit_passes()
    {
        Assert.SkipWhen(CompatibilityKit.Folder is null, CompatibilityKit.Absent);
        Assert.SkipWhen(CompatibilityKit.IsNarrowed, "Only some scenarios are run.");

        var outcomes = (await KitRun.Outcomes).Values;

        Assert.True(
            outcomes.Count(outcome => outcome.HasPassed) >= Wanted * outcomes.Length,
            $"{outcomes.Count(outcome => outcome.HasPassed)} of {outcomes.Length} scenarios pass."
        );
    }

    [Fact]
    public void A_listed_failure_is_a_scenario_of_the_kit()
    {
        Assert.SkipWhen(CompatibilityKit.Folder is null, CompatibilityKit.Absent);
        Assert.SkipWhen(CompatibilityKit.IsNarrowed, "Only some scenarios are run.");

        Assert.Empty(ExpectedFailures.Reasons.Keys.Except(CompatibilityKit.Scenarios.Select(scenario => scenario.Id)));
    }
}
