using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class HarborMutualTests
{
    private static readonly DemoStory Story = Read();
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 8, 30);
    private static readonly ImmutableArray<DemoStep> Steps = [.. Story.Play(Now)];
    private readonly ITestOutputHelper _output;

    private static DemoStory Read()
    {
        var outcome = DemoScript.ReadShelved("harbor-mutual");
        if (outcome is Outcome<DemoStory>.Refused refused)
            Assert.Fail(string.Join('\n', refused.Faults.Select(f => f.ToString())));
        return outcome.OrThrow();
    }

    public HarborMutualTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void The_story_reads()
    {
        var entities = Steps.Skip(1).SelectMany(s => s.Commands).OfType<GraphCommand.CreateEntity>().ToList();
        foreach (var kind in entities.CountBy(e => e.Labels[0]).OrderByDescending(k => k.Value))
            _output.WriteLine($"{kind.Key} {kind.Value}");
        foreach (var category in entities.CountBy(e => Story.Model.CategoryOf(e.Labels[0]) ?? "-"))
            _output.WriteLine($"== {category.Key} {category.Value}");
        _output.WriteLine(
            $"{Steps.Length} steps, {entities.Count} entities, {Steps.SelectMany(s => s.Commands).OfType<GraphCommand.Relate>().Count()} relations"
        );
    }
}
