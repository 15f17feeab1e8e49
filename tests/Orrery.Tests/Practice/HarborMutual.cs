using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>Harbor Mutual played once into an enforced workspace, for all tests that look at it.</summary>
internal static class HarborMutual
{
    private static readonly PlayedStory Played = PlayedStory.Shelved("harbor-mutual");

    public static readonly Instant Now = PlayedStory.Now;

    public static DemoStory Story => Played.Story;

    public static ImmutableArray<DemoStep> Steps => Played.Steps;

    public static GraphSnapshot Snapshot => Played.Snapshot;

    /// <summary>What the rules refused, in words.</summary>
    public static ImmutableArray<string> Refusals => Played.Refusals;

    /// <summary>Steps that changed something.</summary>
    public static int Changes => Played.Changes;

    /// <summary>The company as it is today.</summary>
    public static Reading Today => Played.Today;

    public static Reading At(Instant valid) => Played.At(valid);

    public static Entity Find(string reference) => Played.Find(reference);

    public static Entity Find(Reading reading, string reference) => PlayedStory.Find(reading, reference);

    public static IEnumerable<string> Ends(Entity entity, Direction direction, string type) =>
        entity.Relations(direction, type).Select(r => (direction == Direction.Out ? r.To : r.From)?.ToString() ?? "a relation");
}
